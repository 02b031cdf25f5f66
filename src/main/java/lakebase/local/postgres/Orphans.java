package lakebase.local.postgres;

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

  private record Orphan(Path data, ProcessHandle process) {}

  private Orphans() {}

  /**
   * Ends every server on a branch below the root, and removes what it left behind. Nothing is
   * started meanwhile.
   *
   * @return how many there were
   */
  static int end(Path root, Binaries binaries) throws IOException, InterruptedException {
    List<Orphan> orphans = new ArrayList<>();
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
    Path directory = data.toRealPath();
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

  private static boolean isIn(ProcessHandle process, Path directory) {
    try {
      Path link = PROCESSES.resolve(Long.toString(process.pid())).resolve("cwd");
      return isPostgres(process.info()) && Files.readSymbolicLink(link).equals(directory);
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

  private static List<Path> dataDirectories(Path root) throws IOException {
    List<Path> found = new ArrayList<>();
    if (Files.isDirectory(root)) {
      try (Stream<Path> branches = Files.list(root)) {
        for (Path branch : branches.toList()) {
          BranchStorage storage = new BranchStorage(branch);
          for (String member : storage.memberNames()) {
            found.add(storage.data(member));
          }
        }
      }
    }
    return found;
  }
}
