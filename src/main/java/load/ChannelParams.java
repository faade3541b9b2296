package load;

import java.util.List;

/**
 * What a channel is opened with.
 *
 * @param participants in signing order; the first one creates
 * @param allocations the outcome at the start, one entry per asset
 * @param appDefinition 20-byte hex, with 0x
 * @param appData hex of any length, with 0x
 * @param challengeDuration seconds, 0 or more
 */
public record ChannelParams(List<Participant> participants, List<Allocation> allocations, String appDefinition,
    String appData, long challengeDuration) {}
