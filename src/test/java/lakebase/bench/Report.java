package lakebase.bench;

import com.google.errorprone.annotations.FormatMethod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lakebase.task.InventoryLoader;

/** The figures, each with its target. */
final class Report {

  private final List<String> lines = new ArrayList<>();

  Report() {
    line(
        "%,d projects x %d branches x %d computes; %d ms added to each answer, %d in flight",
        Size.PROJECTS,
        Size.BRANCHES,
        Size.COMPUTES,
        Size.LATENCY_MILLIS,
        InventoryLoader.DEFAULT_IN_FLIGHT);
    line(
        "%d processors, Java %s; the server in a process of its own",
        Runtime.getRuntime().availableProcessors(), Runtime.version());
  }

  /**
   * How soon something, and everything, is known.
   *
   * @param roundTrip of one page of projects, in milliseconds
   */
  void loading(Loading loading, double roundTrip, long requests) {
    double first = millis(loading.firstTree());
    figure(
        "first usable tree",
        text("%.0f ms, %.2f x a page's round trip of %.0f ms", first, first / roundTrip, roundTrip),
        "one page's round trip");
    double all = millis(loading.everything());
    double ideal = millis(Benchmark.ideal(requests));
    figure(
        "full inventory",
        text("%.1f s, %.2f x the ideal of %.1f s", all / 1000, all / ideal, ideal / 1000),
        text("%,d requests x latency / in flight", requests));
  }

  /** How long the FX thread was held meanwhile. */
  void fx(FxProbe.Result fx) {
    figure(
        "FX thread, an event's wait while loading",
        text("longest %.1f ms, p99 %.1f ms", fx.waits().percentile(1), fx.waits().percentile(0.99)),
        "none over 50 ms");
    figure(
        "FX thread, its own work between two events",
        text("longest %.1f ms, p99 %.1f ms", fx.work().percentile(1), fx.work().percentile(0.99)),
        "none over 50 ms");
    line(
        "    (%,d events, one every %d ms; the JIT's warm-up is not left out)",
        fx.waits().count(), FxProbe.EVERY_MILLIS);
  }

  /** How quick a search over everything is. */
  void searching(Searching searching) {
    figure("search", spread(searching.times()), "p99 under 10 ms");
    figure("search, its own work", spread(searching.work()), "p99 under 10 ms");
    line(
        "    (%,d queries over %,d resources, most work: \"%s\"; their index took %.0f ms off the FX"
            + " thread; the JIT's warm-up is not left out)",
        searching.times().count(),
        searching.size(),
        searching.slowest(),
        millis(searching.index()));
  }

  /** What is reachable before and after, in MiB. */
  void heap(double empty, double full) {
    figure("heap after load", text("%.0f MiB", full), text("%.0f MiB before", empty));
  }

  void print() {
    lines.forEach(System.out::println);
  }

  private void figure(String name, String measured, String target) {
    line("%-44s %-52s [%s]", name, measured, target);
  }

  @FormatMethod
  private void line(String format, Object... values) {
    lines.add(text(format, values));
  }

  @FormatMethod
  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private static String spread(Times times) {
    return text(
        "p50 %.2f ms, p99 %.2f ms, longest %.2f ms",
        times.percentile(0.5), times.percentile(0.99), times.percentile(1));
  }

  private static double millis(Duration time) {
    return time.toNanos() / 1e6;
  }
}
