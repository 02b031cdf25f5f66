package lakebase.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import lakebase.local.RealWorkspace;

/** Takes branches of a database of a gigabyte while its rows are updated. */
final class Branching {

  private static final int ROUNDS = 3;
  private static final int FIRST_ROWS = 1 << 14;
  private static final int DOUBLINGS = 6;

  private final RealWorkspace workspace;
  private final Path directory;
  private final Path postgres;

  /**
   * What was measured, in milliseconds.
   *
   * @param megabytes the size of the data directory
   * @param updates how many a second went on meanwhile
   */
  record Result(Ratio ratio, double megabytes, double updates) {}

  Branching(RealWorkspace workspace, Path directory) {
    this.workspace = workspace;
    this.directory = directory;
    this.postgres = directory.resolve("workspace").resolve("postgres");
  }

  /** The data directory of the branch that is not one of these. */
  static Path data(Path postgres, List<Path> known) throws IOException {
    return branches(postgres).stream()
        .filter(branch -> !known.contains(branch))
        .findFirst()
        .orElseThrow()
        .resolve("members")
        .resolve("1")
        .resolve("data");
  }

  private static List<Path> branches(Path postgres) throws IOException {
    try (Stream<Path> found = Files.list(postgres)) {
      return found.filter(path -> path.getFileName().toString().startsWith("br-")).toList();
    }
  }

  Result measure() throws Exception {
    List<Path> others = branches(postgres);
    String branch = workspace.project("large", "{}");
    String compute = branch + "/endpoints/primary";
    Path data = data(postgres, others);
    fill(compute);
    AtomicBoolean done = new AtomicBoolean();
    double[] ours = new double[ROUNDS];
    double[] theirs = new double[ROUNDS];
    double megabytes = RealWorkspace.size(data) / 1e6;
    try (ExecutorService writers = Executors.newSingleThreadExecutor()) {
      Future<Double> updates = writers.submit(() -> update(compute, done));
      try {
        for (int round = -1; round < ROUNDS; round++) {
          String id = "copy-" + (round + 1);
          double made = DataPlaneBenchmark.millis(() -> workspace.branch(branch, id, ""));
          workspace.remove(branch.replaceAll("[^/]+$", id));
          Path copy = directory.resolve(id);
          double copied = DataPlaneBenchmark.millis(() -> copy(data, copy));
          delete(copy);
          // The first round finds the disk's cache cold.
          ours[Math.max(round, 0)] = made;
          theirs[Math.max(round, 0)] = copied;
        }
      } finally {
        done.set(true);
      }
      return new Result(Ratio.of(ours, theirs), megabytes, updates.get());
    }
  }

  /** Rows of a kilobyte that cannot be compressed. */
  private void fill(String compute) throws SQLException {
    List<String> statements = new ArrayList<>();
    statements.add(
        "CREATE TABLE large AS SELECT i, (SELECT string_agg(md5((i * 31 + j)::text), '')"
            + " FROM generate_series(1, 31) j) AS text FROM generate_series(1, "
            + FIRST_ROWS
            + ") i");
    statement(statements, DOUBLINGS);
    statements.add("CREATE INDEX ON large (i)");
    workspace.run(compute, statements.toArray(String[]::new));
  }

  private static void statement(List<String> statements, int times) {
    for (int doubling = 0; doubling < times; doubling++) {
      statements.add("INSERT INTO large SELECT i + (SELECT max(i) FROM large), text FROM large");
    }
  }

  /** Updates rows until it is done; gives how many a second. */
  private double update(String compute, AtomicBoolean done) throws SQLException {
    try (Connection connection = workspace.connect(compute);
        PreparedStatement update =
            connection.prepareStatement("UPDATE large SET text = reverse(text) WHERE i = ?")) {
      long start = System.nanoTime();
      long count = 0;
      for (; !done.get(); count++) {
        update.setInt(1, ThreadLocalRandom.current().nextInt(FIRST_ROWS << DOUBLINGS) + 1);
        update.executeUpdate();
      }
      return count * 1e9 / (System.nanoTime() - start);
    }
  }

  /** As one does it by hand; files that vanish meanwhile do not matter here. */
  private static void copy(Path from, Path to) throws IOException, InterruptedException {
    new ProcessBuilder("cp", "-a", from.toString(), to.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  /** Removes a directory, if it is there. */
  static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> found = Files.walk(directory)) {
      for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
