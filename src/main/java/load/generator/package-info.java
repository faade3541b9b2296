/**
 * How load files are made, from a few numbers and a seed.
 *
 * <p>Imports {@code load} only. Start reading at {@link load.generator.LoadGenerator}; a new arrival process is one file beside
 * {@link load.generator.Uniform}.
 */
@NullMarked
package load.generator;

import org.jspecify.annotations.NullMarked;
