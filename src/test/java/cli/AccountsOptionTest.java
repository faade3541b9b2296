package cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

final class AccountsOptionTest {

  @TempDir
  Path folder;

  @Test
  void takesTheNewestFile() throws IOException {
    assertThat(AccountsOption.newest(folder)).isEmpty();
    Path deep = Files.createDirectories(folder.resolve("storm-1")).resolve("accounts-a.json");
    for (Map.Entry<Path, Long> file : Map
        .of(deep, 9L, folder.resolve("accounts-b.json"), 5L, folder.resolve("accounts-c.json"), 7L,
            folder.resolve("other.json"), 8L)
        .entrySet()) {
      Files.writeString(file.getKey(), "{}");
      Files.setLastModifiedTime(file.getKey(), FileTime.fromMillis(file.getValue()));
    }
    assertThat(AccountsOption.newest(folder)).as("those in folders of runs are recovered")
        .contains(folder.resolve("accounts-c.json"));
    Files.delete(folder.resolve("accounts-b.json"));
    Files.delete(folder.resolve("accounts-c.json"));
    assertThat(AccountsOption.newest(folder)).contains(deep);
  }
}
