/**
 * The {@code broadside} command: one small file per subcommand.
 *
 * <p>May import every package; nothing imports it. Start reading at {@link cli.Broadside}.
 */
@NullMarked
package cli;

import org.jspecify.annotations.NullMarked;
