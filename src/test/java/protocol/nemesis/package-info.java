@NullMarked
package protocol.nemesis;

import org.jspecify.annotations.NullMarked;
