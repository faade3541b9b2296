/**
 * Histories in Jepsen's form, as EDN or JSON: operations as maps with {@code :type}, {@code :f}, {@code :value} and {@code :process}.
 *
 * <p>Imports {@code history} and a parser of EDN. Start reading at {@link history.jepsen.JepsenFile}; docs/history.md tells the form.
 */
@NullMarked
package history.jepsen;

import org.jspecify.annotations.NullMarked;
