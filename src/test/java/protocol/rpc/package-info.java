/** Tests of the verbs of Ethereum nodes. */
@NullMarked
package protocol.rpc;

import org.jspecify.annotations.NullMarked;
