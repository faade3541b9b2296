/** What holds the house together: arrows, sizes, the catalogue and the documents, each held by a test. */
@NullMarked
package architecture;

import org.jspecify.annotations.NullMarked;
