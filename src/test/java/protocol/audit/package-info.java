@NullMarked
package protocol.audit;

import org.jspecify.annotations.NullMarked;
