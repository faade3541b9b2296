package account;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A JVM that writes into an accounts file as fast as it can, and tells each number of children once it is on the disk. */
final class AccountsFileVictim {

  private AccountsFileVictim() {}

  public static void main(String[] path) throws IOException {
    Keyring keyring = Keyring.fresh();
    Path file = Path.of(path[0]);
    AccountsFile accounts = Files.exists(file) ? AccountsFile.open(file)
        : AccountsFile.create(file, "victim", "0x" + "f0".repeat(20), keyring.accounts(20));
    accounts.begin(1, BigInteger.TEN, 7);
    for (int i = 0; i < Integer.MAX_VALUE; i++) {
      System.out.println(accounts.children().size());
      accounts.add(List.of(keyring.account(i)));
    }
  }
}
