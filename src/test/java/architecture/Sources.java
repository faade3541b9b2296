package architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** The project's sources, parsed by the compiler itself. */
final class Sources {

  /** One file, parsed. */
  record Source(Path path, CompilationUnitTree tree, Trees trees) {

    long line(long position) {
      return tree.getLineMap().getLineNumber(position);
    }

    long start(com.sun.source.tree.Tree node) {
      return line(trees.getSourcePositions().getStartPosition(tree, node));
    }

    long end(com.sun.source.tree.Tree node) {
      return line(trees.getSourcePositions().getEndPosition(tree, node));
    }
  }

  private Sources() {}

  /** Every Java file below the given folders. */
  static List<Path> paths(String... folders) {
    List<Path> paths = new ArrayList<>();
    for (String folder : folders) {
      if (!Files.isDirectory(Path.of(folder))) {
        continue;
      }
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        files.filter(path -> path.toString().endsWith(".java")).sorted().forEach(paths::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return paths;
  }

  /** The given files, parsed. */
  static List<Source> parse(List<Path> paths) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    var files = compiler.getStandardFileManager(null, null, null);
    var task = (JavacTask) compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(paths));
    Trees trees = Trees.instance(task);
    List<Source> sources = new ArrayList<>();
    try {
      for (CompilationUnitTree tree : task.parse()) {
        sources.add(new Source(Path.of(tree.getSourceFile().getName()), tree, trees));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sources;
  }
}
