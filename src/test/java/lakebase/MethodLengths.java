package lakebase;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Measures methods with the compiler's own parser. */
final class MethodLengths {

  /** A method or constructor and its lines, annotations included, its comment not. */
  record Method(String file, String name, long lines) {}

  private MethodLengths() {}

  static List<Method> of(List<Path> files) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var fileManager = compiler.getStandardFileManager(null, null, null)) {
      var task =
          (JavacTask)
              compiler.getTask(
                  null,
                  fileManager,
                  null,
                  List.of(),
                  null,
                  fileManager.getJavaFileObjectsFromPaths(files));
      var positions = Trees.instance(task).getSourcePositions();
      var methods = new ArrayList<Method>();
      for (var unit : task.parse()) {
        unit.accept(new Scanner(unit, positions, methods), null);
      }
      return methods;
    }
  }

  private static final class Scanner extends TreeScanner<@Nullable Void, @Nullable Void> {

    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final LineMap lineMap;
    private final List<Method> found;

    Scanner(CompilationUnitTree unit, SourcePositions positions, List<Method> found) {
      this.unit = unit;
      this.positions = positions;
      this.lineMap = unit.getLineMap();
      this.found = found;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
      var start = positions.getStartPosition(unit, method);
      var end = positions.getEndPosition(unit, method);
      // A method without a place in the file is one that the parser added.
      if (start >= 0 && end >= 0) {
        var lines = lineMap.getLineNumber(end) - lineMap.getLineNumber(start) + 1;
        var file = Sources.PROJECT.relativize(Path.of(unit.getSourceFile().toUri()));
        found.add(new Method(file.toString(), method.getName().toString(), lines));
      }
      return super.visitMethod(method, null);
    }
  }
}
