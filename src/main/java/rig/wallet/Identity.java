package rig.wallet;

import load.Role;
import org.jspecify.annotations.Nullable;

/** Who a wallet is, as {@code GET /} tells. */
record Identity(String role, String participantId, String signingAddress, String destination, @Nullable Long chainId,
    @Nullable String adjudicator) {

  static Identity of(Wallet.Parts parts) {
    Role role = parts.role();
    return new Identity(role.id(), role.id(), role.signingAddress(), role.destination(),
        parts.chain().map(link -> link.spec().id()).orElse(null),
        parts.chain().map(link -> link.spec().adjudicator()).orElse(null));
  }
}
