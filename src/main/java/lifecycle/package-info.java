/**
 * The life of a run: preflight, the run folder, what the run owns, and its end, however it comes.
 *
 * <p>Plain Java over {@code report} and {@code history}; no Gatling. Start reading at {@link lifecycle.Run}.
 */
@NullMarked
package lifecycle;

import org.jspecify.annotations.NullMarked;
