package lakebase.ui.tasks;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import lakebase.api.ReadOnlyApi;
import lakebase.model.ApiFailure;
import lakebase.model.BranchName;
import lakebase.model.ProjectName;
import lakebase.model.ResourceKind;
import lakebase.model.ResourceName;
import lakebase.state.AppState;
import lakebase.state.BackgroundTask;
import lakebase.state.BackgroundTask.Progress;
import lakebase.state.BackgroundTask.Verb;
import lakebase.state.Inventory;
import lakebase.state.Workspace;
import lakebase.state.WorkspaceColour;
import lakebase.task.OperationFailures;
import lakebase.ui.Asked;
import lakebase.ui.FailureText;
import lakebase.ui.Formats;
import lakebase.ui.Icons;
import lakebase.ui.Texts;
import lakebase.ui.WaitWords;

/** Tasks in a person's words. */
final class TaskTexts {

  private static final double FULLEST = 0.95;

  private final Texts texts;
  private final Formats formats;
  private final WaitWords waiting;

  TaskTexts(Texts texts, Formats formats) {
    this.texts = texts;
    this.formats = formats;
    this.waiting = new WaitWords(texts);
  }

  /** The row of that task at that moment. */
  TaskRow row(BackgroundTask task, AppState state, Instant now) {
    TaskRow.Status status = TaskRow.Status.of(task);
    Optional<Workspace> workspace = state.workspace(task.target().workspace());
    return new TaskRow(
        task.id(),
        status,
        Icons.of(task.progress()),
        texts.of("tasks.status", status),
        verb(task),
        task.title(),
        task.target(),
        where(task, state),
        share(task, now),
        time(task, now),
        task.isUnsent() ? waiting.of(state, task) : state(task),
        state.workspaces().size() < 2 ? "" : workspace.map(Workspace::name).orElse(""),
        workspace.map(Workspace::colour).orElse(WorkspaceColour.GREY),
        task.isRunning() && task.operation() != null);
  }

  /** What is done, with the kind of thing. */
  String verb(BackgroundTask task) {
    return waiting.verb(task);
  }

  /** What happens now, or what came of it. */
  String state(BackgroundTask task) {
    return switch (task.progress()) {
      case Progress.Waiting _, Progress.Held _ -> texts.get("tasks.state.waiting.any");
      case Progress.Sending() -> texts.get("tasks.state.sending");
      case Progress.Running() -> texts.get("tasks.state." + task.verb().name());
      case Progress.Settling() ->
          texts.get(
              task.kind() == ResourceKind.ENDPOINT
                  ? "tasks.state.settling"
                  : "tasks.state.settling.below");
      case Progress.Paused(var reason) -> texts.get("tasks.state.paused", why(reason));
      case Progress.Succeeded _ -> String.join(", ", task.fields());
      case Progress.Failed(var _, var failure) -> message(failure);
      case Progress.Unwatched _ -> texts.get("tasks.state.unwatched");
      case Progress.Unsent(var _, boolean byHand) ->
          texts.get(byHand ? "tasks.state.withdrawn" : "tasks.state.unsent");
    };
  }

  /** The failure of a task, whole. */
  FailureText failure(BackgroundTask task, ApiFailure failure, Instant at) {
    Verb verb = task.verb();
    Asked asked =
        task.operation() == null
            ? Asked.change(texts, verb, task.kind(), task.title())
            : Asked.operation(texts, verb, task.kind(), task.title());
    return FailureText.of(texts, formats, failure, asked, at);
  }

  /** The service's words; ours for what the service did not say. */
  private String message(ApiFailure failure) {
    String code = failure.details().error().errorCode();
    String message = failure.details().error().message();
    return switch (code) {
      case ReadOnlyApi.LOCKED -> texts.get("tasks.failed.locked");
      case OperationFailures.BUSY -> texts.get("tasks.failed.busy");
      case OperationFailures.WITHDRAWN -> texts.get("tasks.state.withdrawn");
      case OperationFailures.OUTCOME_UNKNOWN -> texts.get("tasks.failed.unknown");
      default ->
          message.isBlank()
                  || failure instanceof ApiFailure.Network
                  || failure instanceof ApiFailure.Protocol
              ? why(failure)
              : message;
    };
  }

  private String why(ApiFailure failure) {
    return texts.get(
        "tasks.why."
            + switch (failure) {
              case ApiFailure.Unauthorized _ -> "signIn";
              case ApiFailure.Forbidden _ -> "permission";
              case ApiFailure.NotFound _ -> "notFound";
              case ApiFailure.Conflict _ -> "conflict";
              case ApiFailure.Invalid _ -> "invalid";
              case ApiFailure.RateLimited _ -> "limit";
              case ApiFailure.Unavailable _ -> "server";
              case ApiFailure.Network _ -> "network";
              case ApiFailure.Protocol _ -> "protocol";
            });
  }

  private String where(BackgroundTask task, AppState state) {
    Inventory known =
        state
            .workspace(task.target().workspace())
            .map(Workspace::inventory)
            .orElse(Inventory.EMPTY);
    ResourceName name = task.target().name();
    // What is made without an id has only the place where it will live.
    boolean isPlace = task.kind() != name.kind();
    return switch (isPlace ? name : name.parent().orElse(null)) {
      case null -> "";
      case ProjectName project -> texts.get("tasks.in", display(known, project));
      case BranchName branch -> display(known, branch.project()) + " / " + branch.id().value();
      default -> "";
    };
  }

  private static String display(Inventory known, ProjectName project) {
    return known
        .project(project)
        .map(entry -> entry.project().displayName())
        .orElse(project.id().value());
  }

  private static double share(BackgroundTask task, Instant now) {
    Duration usual = task.usual();
    if (usual == null || !task.isRunning() || task.isUnsent()) {
      return -1;
    }
    double elapsed = Duration.between(task.started(), now).toMillis();
    return Math.clamp(elapsed / Math.max(1, usual.toMillis()), 0, FULLEST);
  }

  private String time(BackgroundTask task, Instant now) {
    Instant ended = task.ended();
    if (ended != null) {
      return took(Duration.between(task.started(), ended)) + " · " + formats.time(ended);
    }
    Duration elapsed = Duration.between(task.started(), now);
    String running = formats.duration(elapsed.isNegative() ? Duration.ZERO : elapsed);
    return task.usual() == null || task.isUnsent()
        ? running
        : texts.get("tasks.elapsed", running, took(task.usual()));
  }

  /** A short time with a decimal: what took 1.2 s did not take "1 s". */
  private String took(Duration duration) {
    return duration.toSeconds() < 10
        ? texts.get("format.seconds", formats.number(Math.max(0, duration.toMillis()) / 1000.0))
        : formats.duration(duration);
  }
}
