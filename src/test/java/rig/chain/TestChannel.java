package rig.chain;

import account.Account;
import contract.Exit;
import contract.FixedPart;
import contract.NitroV2;
import contract.Share;
import contract.SignedState;
import contract.VariablePart;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A channel of two participants with 10 wei, of which the first destination gets 6 and the second 4. */
final class TestChannel {

  static final Account ALICE = Account.of("a1".repeat(32));
  static final Account BOB = Account.of("b0".repeat(32));
  private static final AtomicLong NONCES = new AtomicLong();

  final FixedPart fixed;
  final String id;
  final String first;
  final String second;

  TestChannel(long challengeSeconds) {
    long nonce = NONCES.incrementAndGet();
    fixed = new FixedPart(List.of(ALICE.address(), BOB.address()), nonce, Exit.COIN, challengeSeconds);
    id = NitroV2.channelId(fixed);
    first = "0x%040x".formatted(0x10000 + 2 * nonce);
    second = "0x%040x".formatted(0x10001 + 2 * nonce);
  }

  List<Exit> outcome() {
    return List.of(new Exit(Exit.COIN, List.of(share(first, 6), share(second, 4))));
  }

  SignedState state(long turn, boolean isFinal) {
    return signed(new VariablePart(outcome(), "0x", turn, isFinal), BOB);
  }

  SignedState signed(VariablePart variable, Account lastSigner) {
    byte[] hash = NitroV2.stateHash(id, variable);
    return new SignedState(fixed, variable, List.of(hex(ALICE.sign(hash)), hex(lastSigner.sign(hash))));
  }

  byte[] hash(SignedState state) {
    return NitroV2.stateHash(id, state.variable());
  }

  String challengerSignature(SignedState state) {
    return hex(ALICE.sign(NitroV2.challengeHash(hash(state))));
  }

  static Share share(String address, long amount) {
    return new Share(Account.destinationOf(address), BigInteger.valueOf(amount));
  }

  private static String hex(byte[] bytes) {
    return "0x" + HexFormat.of().formatHex(bytes);
  }
}
