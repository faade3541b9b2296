package simulations;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that a run is given: by their path, or as resources of the project, also from inside a package. */
final class Resources {

  private Resources() {}

  /** The file of that path, else the resource of that name. A path that leads nowhere is returned as it is. */
  static Path find(String name) {
    Path path = Path.of(name);
    URL resource = Resources.class.getClassLoader().getResource(name);
    if (Files.exists(path) || resource == null) {
      return path;
    }
    return resource.getProtocol().equals("file") ? Path.of(URI.create(resource.toString())) : unpacked(name, resource);
  }

  private static Path unpacked(String name, URL resource) {
    try (InputStream in = resource.openStream()) {
      Path copy = Files.createTempDirectory("broadside-").resolve(Path.of(name).getFileName().toString());
      Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
      copy.toFile().deleteOnExit();
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack " + name, e);
    }
  }
}
