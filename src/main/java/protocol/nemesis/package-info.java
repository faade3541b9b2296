/**
 * The nemesis: what is broken on purpose, as steps of a population of its own.
 *
 * <p>A simulation imports {@link protocol.nemesis.NemesisDsl} alone. Imports {@code protocol.engine} and {@code fault}.
 */
@NullMarked
package protocol.nemesis;

import org.jspecify.annotations.NullMarked;
