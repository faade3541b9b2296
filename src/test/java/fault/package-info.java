@NullMarked
package fault;

import org.jspecify.annotations.NullMarked;
