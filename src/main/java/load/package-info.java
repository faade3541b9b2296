/**
 * What is asked, and when: load files, the roles they name, the schedule and the share of each injector.
 *
 * <p>Plain Java; of Broadside it imports {@code account} alone, for addresses. Start reading at {@link load.Instruction}, then
 * {@link load.LoadFile}; files are made in {@code load.generator}.
 */
@NullMarked
package load;

import org.jspecify.annotations.NullMarked;
