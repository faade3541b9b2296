package rig.chain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

import rig.Reaper;

/** A JVM that starts a chain, makes a scratch folder, tells both, and waits to be killed. */
final class ReaperVictim {

  private ReaperVictim() {}

  public static void main(String[] anvil) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("broadside reaper");
    Reaper.remove(folder);
    Files.writeString(folder.resolve("file"), "to be removed");
    Process gone = Reaper.start(new ProcessBuilder("true"));
    gone.waitFor();
    LocalChain chain = LocalChain.start(ChainOptions.of(Path.of(anvil[0])));
    System.out.println(chain.pid());
    System.out.println(folder);
    new CountDownLatch(1).await();
  }
}
