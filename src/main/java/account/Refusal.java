package account;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Why a node did not take a transaction. */
public enum Refusal {
  /** The nonce stands in a block already, with this transaction or another one. */
  NONCE_TOO_LOW,
  /** Transactions before it are missing, and the node does not keep it until they come. */
  NONCE_TOO_HIGH,
  /** It has the very same transaction already. */
  ALREADY_KNOWN,
  /** It has another one with that nonce, and this one does not offer enough more. */
  REPLACEMENT_UNDERPRICED,
  /** It offers less than the node or the block asks for. */
  UNDERPRICED,
  /** No room for now. */
  POOL_FULL,
  /** The sender cannot pay value and fees. */
  INSUFFICIENT_FUNDS,
  /** Anything else: it will not be taken later either. */
  OTHER;

  /** How nodes say it; the first that is found counts, so what is more particular comes first. */
  private static final List<Map.Entry<String, Refusal>> WORDS = List.of(
      Map.entry("replacement", REPLACEMENT_UNDERPRICED), Map.entry("already known", ALREADY_KNOWN),
      Map.entry("already imported", ALREADY_KNOWN), Map.entry("known transaction", ALREADY_KNOWN),
      Map.entry("alreadyknown", ALREADY_KNOWN), Map.entry("nonce too low", NONCE_TOO_LOW),
      Map.entry("nonce is too low", NONCE_TOO_LOW), Map.entry("oldnonce", NONCE_TOO_LOW),
      Map.entry("nonce too high", NONCE_TOO_HIGH), Map.entry("gapped", NONCE_TOO_HIGH),
      Map.entry("underpriced", UNDERPRICED), Map.entry("max fee per gas less than block base fee", UNDERPRICED),
      Map.entry("feetoolow", UNDERPRICED), Map.entry("fee too low", UNDERPRICED),
      Map.entry("gas price below", UNDERPRICED), Map.entry("pool is full", POOL_FULL),
      Map.entry("pool full", POOL_FULL), Map.entry("txpool limit", POOL_FULL), Map.entry("account limit", POOL_FULL),
      Map.entry("in-flight transaction limit", POOL_FULL), Map.entry("insufficient funds", INSUFFICIENT_FUNDS),
      Map.entry("insufficient balance", INSUFFICIENT_FUNDS));

  /** Reads a node's message; anvil's, geth's and those of the likes of them are known. */
  public static Refusal of(String message) {
    String lower = message.toLowerCase(Locale.ROOT);
    return WORDS.stream()
        .filter(words -> lower.contains(words.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(OTHER);
  }
}
