/**
 * Real PostgreSQL for the rig, from Maven Central, gone when the rig is.
 *
 * <p>Imports {@code rig} for its reaper. Start reading at {@link rig.database.Postgres}.
 */
@NullMarked
package rig.database;

import org.jspecify.annotations.NullMarked;
