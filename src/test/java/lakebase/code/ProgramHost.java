package lakebase.code;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Runs the main methods of the classes that it is told, in a process of its own, so that they find
 * host and token in their environment, as they would anywhere.
 */
public final class ProgramHost {

  /** Ends what a program printed. */
  static final String DONE = "\u0004done";

  /** Ends what was printed by a program that failed. */
  static final String FAILED = "\u0004failed";

  private ProgramHost() {}

  /** Reads pairs of lines, a directory and a class in it, until there are no more. */
  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(out);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String directory = in.readLine(); directory != null; directory = in.readLine()) {
      out.println(run(Path.of(directory), in.readLine()) ? DONE : FAILED);
    }
  }

  private static boolean run(Path directory, String program) throws Exception {
    URL place = directory.toUri().toURL();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {place})) {
      loader
          .loadClass(program)
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[0]);
      return true;
    } catch (InvocationTargetException failure) {
      failure.printStackTrace(System.out);
      return false;
    }
  }
}
