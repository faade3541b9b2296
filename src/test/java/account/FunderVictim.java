package account;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;

/** A JVM that pays children, tops them up and brings the money back, again and again, and tells when it begins to. */
final class FunderVictim {

  private static final int ROUNDS = 1_000;

  private FunderVictim() {}

  public static void main(String[] urlChainFile) throws IOException {
    long chainId = Long.parseLong(urlChainFile[1]);
    Node node = new TestNode(URI.create(urlChainFile[0]), Treasury.FEES);
    try (AccountsFile file = AccountsFile.open(Path.of(urlChainFile[2]))) {
      var together = new Funder(node, file, Treasury.rules(chainId));
      var apart = new Funder(node, file, Treasury.apart(chainId));
      System.out.println("ready");
      for (int round = 1; round < ROUNDS; round++) {
        together.fund(Treasury.FUNDER, Treasury.LEVEL);
        apart.fund(Treasury.FUNDER, Treasury.LEVEL.add(BigInteger.valueOf(round)));
        together.recover();
      }
    }
  }
}
