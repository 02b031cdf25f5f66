package lakebase.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javafx.application.Platform;
import lakebase.api.Pages;
import lakebase.api.PostgresApi;
import lakebase.task.InventoryLoader;
import lakebase.testkit.Fx;

/**
 * Measures what a person meets with a thousand projects: how soon the tree can be used, how long
 * the FX thread is held, how quick a search is; then PostgreSQL under the local workspace. Each
 * figure is printed with its target; none fails the build, because they are this machine's.
 */
public final class Benchmark {

  private static final int ROUND_TRIPS = 9;

  private Benchmark() {}

  /** Measures once, within a few minutes. */
  public static void main(String[] args) throws Exception {
    Fx.start();
    try (ServerProcess server = ServerProcess.start()) {
      Path config = Files.createDirectory(server.directory().resolve("console"));
      BenchConsole console =
          Fx.call(() -> new BenchConsole(server.address(), server.token(), config));
      try {
        measure(console);
      } finally {
        Fx.run(console::close);
      }
    } finally {
      Platform.exit();
    }
    DataPlaneBenchmark.run();
  }

  private static void measure(BenchConsole console) throws Exception {
    Fx.run(console::open);
    Fx.settle();
    double empty = heap();
    int pages = pages(console.api());
    Times roundTrip = roundTrips(console.api());
    Loading loading = Loading.of(console);
    Fx.settle();
    double full = heap();
    Searching searching = Searching.of(console.store().state());
    Report report = new Report();
    report.console();
    report.loading(loading, roundTrip.percentile(0.5), requests(pages));
    report.fx(loading.fx());
    report.searching(searching);
    report.heap(empty, full);
    report.print();
  }

  /** Who we are, the pages of projects, a list of branches a project and one of computes each. */
  private static long requests(int projectPages) {
    return 1L + projectPages + Size.PROJECTS + (long) Size.PROJECTS * Size.BRANCHES;
  }

  /** The time that so many requests need at least. */
  static Duration ideal(long requests) {
    return Duration.ofMillis(requests * Size.LATENCY_MILLIS / InventoryLoader.DEFAULT_IN_FLIGHT);
  }

  private static int pages(PostgresApi api) throws InterruptedException {
    Pages<?> pages = api.listProjects(true);
    int count = 0;
    for (; pages.hasNext(); count++) {
      pages.next();
    }
    return count;
  }

  /** The first page of projects, alone. */
  private static Times roundTrips(PostgresApi api) throws InterruptedException {
    long[] nanos = new long[ROUND_TRIPS];
    for (int i = 0; i < nanos.length; i++) {
      long asked = System.nanoTime();
      api.listProjects(true).next();
      nanos[i] = System.nanoTime() - asked;
    }
    return Times.of(nanos);
  }

  /** What is reachable, in MiB. */
  private static double heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / (1024.0 * 1024);
  }
}
