package contract;

import java.util.List;

/**
 * What a turn changes.
 *
 * @param outcome one exit per asset
 * @param appData hex of any length with 0x
 * @param turnNum 0 or more
 * @param isFinal whether the channel ends with it
 */
public record VariablePart(List<Exit> outcome, String appData, long turnNum, boolean isFinal) {}
