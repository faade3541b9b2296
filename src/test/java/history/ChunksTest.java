package history;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class ChunksTest {

  private static List<String> chunks(String file, int size) throws IOException {
    List<String> all = new ArrayList<>();
    try (Chunks chunks = new Chunks(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), size)) {
      for (Chunks.Chunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
        all.add(new String(chunk.bytes(), 0, chunk.length(), StandardCharsets.UTF_8));
        chunks.done(chunk);
      }
    }
    return all;
  }

  @Test
  void aChunkEndsWhereALineEnds() throws IOException {
    assertThat(chunks("ab\ncd\nef\n", 7)).containsExactly("ab\ncd\n", "ef\n");
  }

  @Test
  void theLastLineMayHaveNoEnd() throws IOException {
    assertThat(chunks("ab\ncd\nef", 4)).containsExactly("ab\n", "cd\n", "ef");
  }

  @Test
  void aLineLongerThanAChunkIsWhole() throws IOException {
    assertThat(chunks("a\n0123456789\nbcd\nef\n", 4)).containsExactly("a\n", "0123456789\nbcd\n", "ef\n");
  }

  @Test
  void aFileThatFillsItsChunksEndsThere() throws IOException {
    assertThat(chunks("abc\ndef\n", 4)).containsExactly("abc\n", "def\n");
    assertThat(chunks("", 4)).isEmpty();
  }
}
