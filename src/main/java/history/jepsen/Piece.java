package history.jepsen;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One element of a file, read but not understood yet.
 *
 * @param where for people: {@code line 12}, {@code element 7 (line 12)}
 */
record Piece(JsonNode tree, String where) {}
