package rig.wallet.channel;

import account.Account;
import contract.NitroV2;
import contract.SignedState;
import contract.VariablePart;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/**
 * One state of a channel, and who has signed it. All signatures are verified.
 *
 * @param state what was signed
 * @param hash 32-byte hex with 0x
 * @param signatures by participant: 65-byte hex with 0x, or empty where one has not signed
 */
public record Turn(VariablePart state, String hash, List<String> signatures) {

  private static final HexFormat HEX = HexFormat.of();
  private static final String NONE = "";

  static Turn unsigned(Terms terms, VariablePart state) {
    String hash = "0x" + HEX.formatHex(NitroV2.stateHash(terms.channelId(), state));
    return new Turn(state, hash, Collections.nCopies(terms.size(), NONE));
  }

  /** Its turn number. */
  public long number() {
    return state.turnNum();
  }

  /** Whether the participant at that place has signed. */
  public boolean signedBy(int index) {
    return !signatures.get(index).isEmpty();
  }

  /** Whether nobody's signature is missing. */
  public boolean signedByAll() {
    return !signatures.contains(NONE);
  }

  /** The signatures that are there. */
  public List<String> present() {
    return signatures.stream().filter(signature -> !signature.isEmpty()).toList();
  }

  /** What the chain wants to see. */
  public SignedState onChain(Terms terms) {
    return new SignedState(terms.fixed(), state, signatures);
  }

  /** The hash as 32 bytes. */
  public byte[] hashBytes() {
    return HEX.parseHex(hash, 2, hash.length());
  }

  Turn sign(int index, Account account) {
    return with(index, "0x" + HEX.formatHex(account.sign(hashBytes())));
  }

  /** With the signatures of others, each verified unless it is known already. */
  Turn with(Terms terms, List<String> others) throws Refusal {
    Turn all = this;
    for (String signature : others) {
      if (!signatures.contains(signature)) {
        all = all.with(signer(terms, signature), signature);
      }
    }
    return all;
  }

  private int signer(Terms terms, String signature) throws Refusal {
    int index;
    try {
      index = terms.indexOf(Account.recover(hashBytes(), HEX.parseHex(signature, 2, signature.length())));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw Refusal.invalid("turn " + number() + ": not a signature: " + signature);
    }
    if (index < 0) {
      throw Refusal.invalid("turn " + number() + ": not signed by a participant of " + terms.channelId());
    }
    return index;
  }

  private Turn with(int index, String signature) {
    if (signedBy(index)) {
      return this;
    }
    List<String> more = new ArrayList<>(signatures);
    more.set(index, signature);
    return new Turn(state, hash, List.copyOf(more));
  }
}
