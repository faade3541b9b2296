/** Tests of histories in Jepsen's form. */
@NullMarked
package history.jepsen;

import org.jspecify.annotations.NullMarked;
