package load;

import account.Account;

/**
 * One wallet, as a role file describes it.
 *
 * @param id its name in load files, for example {@code A}
 * @param databaseName of its own database
 * @param messagePort where its peers reach it; 0 for any free port
 * @param loadServerPort where it is asked to create, update and close; 0 for any free port
 * @param privateKey signs states: 32-byte hex; a secret
 * @param chainPrivateKey pays for transactions: 32-byte hex; a secret
 * @param destination where its money is paid out, 32-byte hex; an address of its own, so that its balance is what was paid out
 */
public record Role(String id, String databaseName, int messagePort, int loadServerPort, String privateKey,
    String chainPrivateKey, String destination) {

  /** As it takes part in channels. */
  public Participant participant() {
    return new Participant(id, signingAddress(), destination);
  }

  /** Who its states are signed by: 20-byte lower-case hex, with 0x. */
  public String signingAddress() {
    return Account.of(privateKey).address();
  }

  /** Without the keys. */
  @Override
  public String toString() {
    return "Role[" + id + ", signs as " + signingAddress() + ", pays out to " + destination + "]";
  }
}
