@NullMarked
package cli;

import org.jspecify.annotations.NullMarked;
