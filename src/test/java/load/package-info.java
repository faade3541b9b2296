@NullMarked
package load;

import org.jspecify.annotations.NullMarked;
