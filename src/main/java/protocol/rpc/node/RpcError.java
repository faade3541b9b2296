package protocol.rpc.node;

import org.jspecify.annotations.Nullable;

/**
 * The {@code error} member of an answer.
 *
 * @param code as JSON-RPC has it, for example -32000; 0 when there was none
 * @param message for people; empty when there was none
 * @param data what a contract gave back on its revert, hex with 0x; null when there is none, or when it is no text
 */
public record RpcError(int code, String message, @Nullable String data) {}
