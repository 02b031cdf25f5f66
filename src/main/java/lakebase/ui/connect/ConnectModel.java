package lakebase.ui.connect;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import lakebase.api.ApiException;
import lakebase.api.PostgresApi;
import lakebase.connect.ConnectionTest;
import lakebase.connect.Offer;
import lakebase.connect.TestReport;
import lakebase.connect.TestReport.Step;
import lakebase.connect.Trust;
import lakebase.connect.launch.LaunchException;
import lakebase.connect.launch.Tool;
import lakebase.model.EndpointState;
import lakebase.state.Ref;
import lakebase.task.Job;
import lakebase.task.Outcome;
import lakebase.ui.UiContext;

/** Tests a login, and opens other programs with it. FX thread. */
final class ConnectModel {

  private final UiContext context;
  private final ConnectServices services;
  private final Ref.OfResource compute;
  private final String title;
  private final ObservableValue<Optional<Offer>> offer;
  private final ReadOnlyObjectWrapper<Attempt> attempt =
      new ReadOnlyObjectWrapper<>(new Attempt.None());
  private final ReadOnlyObjectWrapper<Map<Tool, List<String>>> missing =
      new ReadOnlyObjectWrapper<>(Map.of());
  private Job job = () -> {};

  ConnectModel(
      UiContext context,
      ConnectServices services,
      Ref.OfResource compute,
      String title,
      ObservableValue<Optional<Offer>> offer) {
    this.context = context;
    this.services = services;
    this.compute = compute;
    this.title = title;
    this.offer = offer;
  }

  /** What was last tried. */
  ReadOnlyObjectProperty<Attempt> attemptProperty() {
    return attempt.getReadOnlyProperty();
  }

  /** For each program what was looked for in vain; without it until that is known. */
  ReadOnlyObjectProperty<Map<Tool, List<String>>> missingProperty() {
    return missing.getReadOnlyProperty();
  }

  /** Looks what is installed. */
  void look() {
    context
        .runner()
        .run(
            () -> {
              Map<Tool, List<String>> found = new EnumMap<>(Tool.class);
              for (Tool tool : Tool.values()) {
                found.put(tool, services.tools().missing(tool));
              }
              return found;
            },
            outcome -> {
              if (outcome instanceof Outcome.Success<Map<Tool, List<String>>>(var found)) {
                missing.set(found);
              }
            });
  }

  /** Whether that can be opened now. */
  boolean canOpen(Tool tool) {
    List<String> lookedFor = missing.get().get(tool);
    return lookedFor != null && lookedFor.isEmpty() && canTest();
  }

  /** Whether there is a login. While something is under way, asking for more does nothing. */
  boolean canTest() {
    return offer.getValue().isPresent();
  }

  /** Why it cannot be opened on this machine; empty when it can, or is not known. */
  String obstacle(Tool tool) {
    List<String> lookedFor = missing.get().getOrDefault(tool, List.of());
    return lookedFor.isEmpty()
        ? ""
        : context.texts().get("connect.missing", String.join(", ", lookedFor));
  }

  /** Tests the connection. */
  void test() {
    Optional<Offer> now = offer.getValue();
    if (now.isEmpty() || attempt.get().isRunning()) {
      return;
    }
    attempt.set(new Attempt.Testing());
    Trust trust = trust();
    job =
        context
            .runner()
            .run(
                () -> {
                  PostgresApi api = context.workspaces().api(compute.workspace());
                  return new ConnectionTest(now.get().login(), trust, isAsleep(api, now.get()))
                      .run();
                },
                outcome -> {
                  if (outcome instanceof Outcome.Success<TestReport>(var report)) {
                    attempt.set(new Attempt.Tested(report));
                  } else {
                    attempt.set(new Attempt.None());
                  }
                });
  }

  private static boolean isAsleep(PostgresApi api, Offer offer) throws InterruptedException {
    try {
      return api.getEndpoint(offer.minting().endpoint()).facts().state().equals(EndpointState.IDLE);
    } catch (ApiException unknown) {
      // Only how long it took to wake up is not told then.
      return false;
    }
  }

  private Trust trust() {
    return services.trusts().apply(compute.workspace());
  }

  /** Opens that program with the login. */
  void open(Tool tool) {
    Optional<Offer> now = offer.getValue();
    if (now.isEmpty() || !canOpen(tool) || attempt.get().isRunning()) {
      return;
    }
    attempt.set(new Attempt.Opening(tool));
    Trust trust = trust();
    String ended = context.texts().get("connect.psql.ended");
    job =
        context
            .runner()
            .<Attempt>run(
                () -> {
                  try {
                    services.tools().open(tool, now.get().login(), trust, title, ended);
                    return new Attempt.Opened(tool);
                  } catch (LaunchException e) {
                    return new Attempt.NotOpened(tool, String.valueOf(e.getMessage()));
                  }
                },
                outcome ->
                    attempt.set(
                        outcome instanceof Outcome.Success<Attempt>(var tried)
                            ? tried
                            : new Attempt.None()));
  }

  /** What was last tried, in words; empty for nothing. */
  String words() {
    return switch (attempt.get()) {
      case Attempt.None _ -> "";
      case Attempt.Testing _ -> text("connect.testing");
      case Attempt.Tested(var report) -> words(report);
      case Attempt.Opening(var tool) -> text("connect.opening", name(tool));
      case Attempt.Opened(var tool) -> text("connect.opened." + tool.name());
      case Attempt.NotOpened(var tool, var reason) -> text("connect.notOpened", name(tool), reason);
    };
  }

  private String name(Tool tool) {
    return context.texts().of("connect.tool", tool);
  }

  private String words(TestReport report) {
    if (report.failed() != null) {
      return text(
          "connect.test.failed",
          context.texts().of("connect.step", report.failed().step()),
          report.failed().reason());
    }
    String facts =
        text("connect.test.good", report.version(), report.tls(), millis(report, Step.AGAIN));
    return report.wake() == null
        ? facts
        : text("connect.test.woke", facts, report.wake().toMillis());
  }

  /** Every step with its time, a line each; empty where nothing was tested. */
  String steps() {
    if (!(attempt.get() instanceof Attempt.Tested(var report))) {
      return "";
    }
    return report.passed().stream()
        .map(one ->
            text(
                "connect.step.took",
                context.texts().of("connect.step", one.step()),
                one.took().toMillis()))
        .collect(Collectors.joining("\n"));
  }

  /** How long a log-in takes, on the button; its name before a test. */
  String testWord() {
    return attempt.get() instanceof Attempt.Tested(var report) && report.isGood()
        ? text("connect.test.took", millis(report, Step.AGAIN))
        : text("connect.test");
  }

  private static long millis(TestReport report, Step step) {
    return report.took(step).toMillis();
  }

  private String text(String key, Object... values) {
    return context.texts().get(key, values);
  }

  /** Ends what is under way. */
  void close() {
    job.cancel();
  }
}
