package rig.chain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

final class AnvilFinderTest {

  @TempDir
  Path folder;

  @Test
  void prefersWhatTheBuildInstalled() throws IOException {
    Path installed = program("node_modules/@foundry-rs/anvil-linux-amd64/bin/anvil");
    program("elsewhere/anvil");
    assertThat(AnvilFinder.find(folder, folder.resolve("elsewhere").toString())).contains(installed);
  }

  @Test
  void takesOneFromThePath() throws IOException {
    Path found = program("elsewhere/anvil");
    assertThat(AnvilFinder.find(folder, "/nowhere::" + folder.resolve("elsewhere"))).contains(found);
  }

  @Test
  void saysHowToGetOne() {
    assertThat(AnvilFinder.find(folder, "")).isEmpty();
    assertThat(AnvilFinder.missing()).hasMessageContaining("Install npm").hasMessageContaining("on the PATH");
  }

  private Path program(String path) throws IOException {
    Path program = folder.resolve(path);
    Files.createDirectories(program.getParent());
    return Files.createFile(program,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }
}
