/**
 * What is asked, and when: load files, their generator, the schedule and the share of each injector.
 *
 * <p>Plain Java; imports {@code history} only. Start reading at {@link load.Instruction}, then {@link load.LoadFile}.
 */
@NullMarked
package load;

import org.jspecify.annotations.NullMarked;
