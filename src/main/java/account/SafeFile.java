package account;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Writes a file that only its owner can read and that is whole at any moment, whatever becomes of this process or the machine. */
final class SafeFile {

  private SafeFile() {}

  /**
   * Replaces a file's contents. When this returns, they are on the disk; when it does not, the file is as it was before.
   *
   * @param file its folder exists
   */
  static void replace(Path file, byte[] contents) throws IOException {
    Path folder = folderOf(file);
    Path next = file.resolveSibling(file.getFileName() + ".new");
    // Left behind by one that was killed.
    Files.deleteIfExists(next);
    try (FileChannel channel = FileChannel.open(next, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
        ownerOnly(folder))) {
      ByteBuffer left = ByteBuffer.wrap(contents);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    sync(folder);
  }

  /** Where a file is. */
  static Path folderOf(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException(file + " is a folder: name a file in one");
    }
    return folder;
  }

  /** The mode from creation on: a file that is closed to others later may have been opened by then. */
  private static FileAttribute<?>[] ownerOnly(Path folder) throws IOException {
    boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
    return posix
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
        : new FileAttribute<?>[0];
  }

  /** A new name is on the disk only when its folder is. */
  private static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /**
   * Takes a file for this process alone. The lock is on another one beside it, which is never replaced; closing it gives it
   * back, and so does the end of the process, however it ends.
   *
   * @throws IOException when another process has it
   */
  static FileChannel lock(Path path) throws IOException {
    FileChannel channel = FileChannel.open(path.resolveSibling(path.getFileName() + ".lock"),
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), ownerOnly(folderOf(path)));
    FileLock held = null;
    try {
      held = channel.tryLock();
    } catch (OverlappingFileLockException _) {
      // This very process has it.
    }
    if (held == null) {
      channel.close();
      throw new IOException(path + " is in use: wait until the run that pays from it has ended, or end it");
    }
    return channel;
  }
}
