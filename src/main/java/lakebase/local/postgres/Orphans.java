package lakebase.local.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import lakebase.local.engine.DataPlaneException;

/** Servers that a killed console has left running. */
final class Orphans {

  private static final int LIMIT_SECONDS = 10;
  private static final Path PROCESSES = Path.of("/proc");
  private static final String DELETED = " (deleted)";

  /** What tells a program that works on a data directory alone from a server. */
  private static final String ALONE = "--single";

  private record Orphan(Path data, ProcessHandle process) {}

  private Orphans() {}

  /**
   * Ends every server that works below the root, and removes what it left behind: a branch's own,
   * and what was making a copy or a template. Nothing is started meanwhile.
   *
   * @return how many there were
   */
  static int end(Path root, Binaries binaries) throws IOException, InterruptedException {
    List<Orphan> orphans = new ArrayList<>();
    endPrograms(root);
    for (Path data : dataDirectories(root)) {
      Optional<PostmasterFile> file = PostmasterFile.read(data);
      file.flatMap(found -> process(found, data))
          .ifPresent(process -> orphans.add(new Orphan(data, process)));
      if (file.isPresent()) {
        removeSocket(file.get());
      }
    }
    for (Orphan orphan : orphans) {
      signal(binaries, orphan, "INT");
    }
    for (Orphan orphan : orphans) {
      end(binaries, orphan);
    }
    for (Path data : dataDirectories(root)) {
      if (Files.exists(PostmasterFile.in(data))) {
        endBackends(data, program(binaries, data));
        Files.delete(PostmasterFile.in(data));
      }
    }
    RunDirectory.sweep();
    return orphans.size();
  }

  /** Removes the file of a server that has ended, if its number is another process's by now. */
  static void forget(Path data) throws IOException {
    Optional<PostmasterFile> file = PostmasterFile.read(data);
    boolean reused =
        file.flatMap(found -> ProcessHandle.of(found.pid())).isPresent()
            && file.flatMap(found -> process(found, data)).isEmpty();
    if (reused) {
      Files.deleteIfExists(PostmasterFile.in(data));
    }
  }

  /**
   * Ends what is left of a server whose main process is gone, and returns when it has gone: those
   * of its processes that are at work do not notice by themselves, and go on committing.
   *
   * @param program the server's program
   */
  static void endBackends(Path data, Path program) throws IOException, InterruptedException {
    Path directory = Files.exists(data) ? data.toRealPath() : data;
    Predicate<ProcessHandle> left =
        Files.exists(PROCESSES.resolve("self"))
            ? process -> isIn(process, directory)
            : process -> isAbandoned(process, program);
    List<ProcessHandle> found = ProcessHandle.allProcesses().filter(left).toList();
    while (!found.isEmpty()) {
      found.forEach(ProcessHandle::destroyForcibly);
      for (ProcessHandle process : found) {
        hasEnded(process);
      }
      found = ProcessHandle.allProcesses().filter(left).toList();
    }
  }

  /** Programs that were making something below the root, which is made anew. */
  private static void endPrograms(Path root) throws InterruptedException {
    List<ProcessHandle> found =
        ProcessHandle.allProcesses().filter(process -> isMaking(process.info(), root)).toList();
    found.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle process : found) {
      boolean _ = hasEnded(process);
    }
  }

  private static boolean isMaking(ProcessHandle.Info info, Path root) {
    List<String> arguments = info.arguments().map(List::of).orElse(List.of());
    boolean isProgram =
        info.command().map(Path::of).filter(path -> path.endsWith("initdb")).isPresent()
            || (isPostgres(info) && arguments.contains(ALONE));
    return isProgram && arguments.stream().anyMatch(argument -> isBelow(argument, root));
  }

  private static boolean isBelow(String argument, Path root) {
    return argument.startsWith(root + File.separator);
  }

  private static boolean isIn(ProcessHandle process, Path directory) {
    try {
      Path link = PROCESSES.resolve(Long.toString(process.pid())).resolve("cwd");
      String place = Files.readSymbolicLink(link).toString();
      return isPostgres(process.info())
          && (place.equals(directory.toString()) || place.equals(directory + DELETED));
    } catch (IOException e) {
      return false;
    }
  }

  /** Where directories of processes are not told: one of that program without its parent. */
  private static boolean isAbandoned(ProcessHandle process, Path program) {
    boolean same = process.info().command().map(program.toString()::equals).orElse(false);
    return same && process.parent().map(parent -> parent.pid() == 1).orElse(true);
  }

  private static Optional<ProcessHandle> process(PostmasterFile file, Path data) {
    return ProcessHandle.of(file.pid()).filter(process -> isServerOf(process.info(), data));
  }

  private static boolean isServerOf(ProcessHandle.Info info, Path data) {
    // Where a process's arguments are not told, its name and number have to do.
    return isPostgres(info)
        && info.arguments().map(list -> List.of(list).contains(data.toString())).orElse(true);
  }

  private static boolean isPostgres(ProcessHandle.Info info) {
    return info.command()
        .map(command -> String.valueOf(Path.of(command).getFileName()))
        .filter(name -> name.equals("postgres") || name.equals("postgres.exe"))
        .isPresent();
  }

  private static void end(Binaries binaries, Orphan orphan)
      throws IOException, InterruptedException {
    if (!hasEnded(orphan.process())) {
      signal(binaries, orphan, "QUIT");
      if (!hasEnded(orphan.process())) {
        orphan.process().destroyForcibly();
      }
    }
  }

  private static void signal(Binaries binaries, Orphan orphan, String signal)
      throws IOException, InterruptedException {
    try {
      installation(binaries, orphan.data()).signal(signal, orphan.process().pid());
    } catch (DataPlaneException | NumberFormatException e) {
      // Its programs are gone: it is asked as the operating system does, and ended if it refuses.
      orphan.process().destroy();
    }
  }

  private static Path program(Binaries binaries, Path data)
      throws IOException, InterruptedException {
    try {
      return installation(binaries, data).executable("postgres");
    } catch (DataPlaneException | NumberFormatException e) {
      return data;
    }
  }

  private static Installation installation(Binaries binaries, Path data)
      throws IOException, InterruptedException {
    return binaries.of(Integer.parseInt(Files.readString(data.resolve("PG_VERSION")).strip()));
  }

  private static boolean hasEnded(ProcessHandle process) throws InterruptedException {
    try {
      return !process.onExit().get(LIMIT_SECONDS, TimeUnit.SECONDS).isAlive();
    } catch (TimeoutException | ExecutionException e) {
      return !process.isAlive();
    }
  }

  private static void removeSocket(PostmasterFile file) throws IOException {
    if (!file.socketDirectory().isEmpty()) {
      Path directory = Path.of(file.socketDirectory());
      if (RunDirectory.isOne(directory)) {
        Trees.delete(directory);
      }
    }
  }

  /** Where servers may be at work: members' data, copies in the making, and templates. */
  private static List<Path> dataDirectories(Path root) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path branch : directories(root)) {
      found.addAll(directories(branch));
      for (Path member : directories(new BranchStorage(branch).members())) {
        found.addAll(directories(member));
      }
    }
    return found;
  }

  private static List<Path> directories(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.filter(Files::isDirectory).toList();
    }
  }
}
