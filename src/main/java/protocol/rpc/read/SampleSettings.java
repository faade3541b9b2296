package protocol.rpc.read;

/**
 * Where on a chain to look for something to ask about.
 *
 * @param blocks how many blocks to look at, 1 or more
 * @param window among how many of the newest, 1 or more
 * @param depth how far below the head to stay, in blocks: what is below it is not reorganised
 * @param logRange how many blocks a range has at most, 1 or more
 */
public record SampleSettings(int blocks, int window, int depth, int logRange) {}
