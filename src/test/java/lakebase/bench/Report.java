package lakebase.bench;

import com.google.errorprone.annotations.FormatMethod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lakebase.task.InventoryLoader;

/** The figures, each with its target. */
final class Report {

  private final List<String> lines = new ArrayList<>();

  /** Begins with what the console is measured by. */
  void console() {
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
    double page = millis(loading.firstPage());
    figure(
        "first usable tree",
        text("%.0f ms, of them %.0f ms until its page arrived", first, page),
        text("one page's round trip: %.0f ms", roundTrip));
    figure(
        "its page, from arrival to laid out",
        text("%.0f ms, %.2f x its round trip", first - page, (first - page) / roundTrip),
        "no further request is waited for");
    line("    (the first of this process: the window's rows have never been drawn before)");
    double all = millis(loading.everything());
    double ideal = millis(Benchmark.ideal(requests));
    figure(
        "full inventory",
        text("%.1f s, %.2f x the ideal of %.1f s", all / 1000, all / ideal, ideal / 1000),
        text("%,d requests x latency / in flight", requests));
  }

  /** How long the FX thread was held meanwhile. */
  void fx(FxProbe.Result fx) {
    figure("FX thread, an event's wait while loading", spreadTop(fx.waits()), "none over 50 ms");
    figure("FX thread, its own work between two events", spreadTop(fx.work()), "none over 50 ms");
    figure("FX thread, ready without a processor", spreadTop(fx.queued()), "part of the waits");
    line(
        "    (%,d events, one every %d ms; the server, the JIT and the background work share the"
            + " processors; the JIT's warm-up is not left out)",
        fx.waits().count(), FxProbe.EVERY_MILLIS);
  }

  /** How quick a search over everything is. */
  void searching(Searching searching) {
    figure("search", spread(searching.times()), "p99 under 10 ms");
    figure("search, its own work", spread(searching.work()), "p99 under 10 ms");
    line(
        "    (%,d queries over %,d resources, most work: \"%s\"; their index took %.0f ms off the"
            + " FX thread; the JIT's warm-up is not left out)",
        searching.times().count(),
        searching.size(),
        searching.slowest(),
        millis(searching.index()));
  }

  /** What is reachable before and after, in MiB. */
  void heap(double empty, double full) {
    figure("heap after load", text("%.0f MiB", full), text("%.0f MiB before", empty));
  }

  /** Begins with what the local workspace is measured against. */
  void dataPlane() {
    line("");
    line("PostgreSQL under the local workspace against the same server without it, in turn");
  }

  /** How soon a compute that sleeps answers. */
  void waking(Ratio ratio) {
    ratio(
        "wake-up, from connecting to the first row", ratio, "ms", "pg_ctl start and the same", 1.5);
  }

  /** What a running compute takes while nobody is connected. */
  void idling(Optional<Ratio> ratio) {
    ratio.ifPresentOrElse(
        told -> ratio("memory of an idle compute", told, "MiB", "the same server alone", 1.1),
        () -> figure("memory of an idle compute", "not told by this system", "1.10 x at most"));
  }

  /** What the front door costs. */
  void passing(int clients, Ratio ratio) {
    figure(
        text("front door, pgbench's selects, %d client%s", clients, clients == 1 ? "" : "s"),
        text(
            "%,.0f a second, %.2f x the %,.0f of the server itself",
            ratio.ours(), ratio.value(), ratio.theirs()),
        text("0.85 x at least; both %s", SameCipher.SUITE));
  }

  /** How soon there is a branch of a large database that is written to. */
  void branching(Branching.Result result) {
    ratio(
        text("branch of %,.0f MB, while updated", result.megabytes()),
        result.ratio(),
        "ms",
        "cp -a of the same",
        1.3);
    line("    (%,.0f updates a second went on meanwhile)", result.updates());
  }

  private void ratio(String name, Ratio ratio, String unit, String against, double most) {
    figure(
        name,
        text(
            "%,.0f %s, %.2f x the %,.0f of %s",
            ratio.ours(), unit, ratio.value(), ratio.theirs(), against),
        text("%.2f x at most", most));
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

  private static String spreadTop(Times times) {
    return text("longest %.1f ms, p99 %.1f ms", times.percentile(1), times.percentile(0.99));
  }

  private static double millis(Duration time) {
    return time.toNanos() / 1e6;
  }
}
