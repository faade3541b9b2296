/** The verbs of a checkout, its preflight and its final reads, against honest services and odd ones. */
@NullMarked
package protocol.checkout;

import org.jspecify.annotations.NullMarked;
