package history;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Hands out a file in large pieces that end where a line ends. */
final class Chunks implements Closeable {

  /** Some thousand lines; small enough to stay in a core's cache while they are parsed. */
  static final int SIZE = 1 << 18;

  private final InputStream file;
  private final int size;
  private final Deque<byte[]> free = new ArrayDeque<>();
  /** The beginning of a line whose end has not been read yet. */
  private byte[] begun = new byte[0];
  private boolean ended;

  /** So many bytes of whole lines; the last line of the file may have no end. */
  record Chunk(byte[] bytes, int length) {}

  Chunks(InputStream file, int size) {
    this.file = file;
    this.size = size;
  }

  /** The next piece, or null at the end of the file. */
  @Nullable
  Chunk next() throws IOException {
    byte[] bytes = buffer();
    System.arraycopy(begun, 0, bytes, 0, begun.length);
    int length = begun.length;
    while (!ended) {
      int read = file.readNBytes(bytes, length, bytes.length - length);
      ended = read < bytes.length - length;
      int end = lastLineEnd(bytes, length, length + read);
      length += read;
      if (end > 0 && !ended) {
        begun = Arrays.copyOfRange(bytes, end, length);
        return new Chunk(bytes, end);
      }
      if (!ended) {
        bytes = Arrays.copyOf(bytes, bytes.length * 2); // a line longer than that
      }
    }
    begun = new byte[0];
    return length == 0 ? null : new Chunk(bytes, length);
  }

  /** Takes back what has been read, to be used again. */
  void done(Chunk chunk) {
    if (chunk.bytes().length == size) {
      free.push(chunk.bytes());
    }
  }

  private byte[] buffer() {
    byte[] bytes = free.poll();
    return bytes != null && bytes.length > begun.length ? bytes : new byte[Math.max(size, begun.length * 2)];
  }

  /** One behind the last line end in a range of bytes, or 0. */
  private static int lastLineEnd(byte[] bytes, int from, int to) {
    for (int i = to - 1; i >= from; i--) {
      if (bytes[i] == '\n') {
        return i + 1;
      }
    }
    return 0;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
