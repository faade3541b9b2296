@NullMarked
package load.generator;

import org.jspecify.annotations.NullMarked;
