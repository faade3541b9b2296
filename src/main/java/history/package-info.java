/**
 * What was asked and what came of it: the operations of a run, their three outcomes, and the journal that keeps them.
 *
 * <p>Imports nothing but {@code targets}. Start reading at {@link history.Operation}; {@link history.Journal} is the write side and
 * {@link history.History} the read side.
 */
@NullMarked
package history;

import org.jspecify.annotations.NullMarked;
