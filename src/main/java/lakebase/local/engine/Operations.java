package lakebase.local.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import lakebase.local.store.LedgerException;
import lakebase.local.store.Shelf;
import lakebase.model.Operation;
import lakebase.model.Operation.Outcome;
import lakebase.model.OperationName;
import lakebase.model.ProjectName;
import lakebase.model.ResourceKind;
import lakebase.model.ResourceName;
import lakebase.wire.ErrorJson;
import lakebase.wire.Json;
import lakebase.wire.OperationJson;
import org.jspecify.annotations.Nullable;

/** Long-running operations (contract §4): accepted, running for their time, then done. */
final class Operations {

  static final String TYPE_PREFIX = "type.googleapis.com/databricks.postgres.v1.";
  private static final Logger LOG = Logger.getLogger(Operations.class.getName());
  private static final Duration KEPT = Duration.ofDays(7);
  private static final Duration AGAIN = Duration.ofSeconds(1);

  private final Core core;
  private final Workers workers;
  private final Map<ResourceKind, Finisher> finishers;

  Operations(Core core, Workers workers, Map<ResourceKind, Finisher> finishers) {
    this.core = core;
    this.workers = workers;
    this.finishers = Map.copyOf(finishers);
  }

  /** Deletions answer with this. */
  static ObjectNode empty() {
    return Json.object().put("@type", "type.googleapis.com/google.protobuf.Empty");
  }

  /** Records the operation and says when it finishes; gives the answer to the request. */
  static ObjectNode accept(
      Core core, ResourceEditor editor, RunningOperation operation, Finisher finisher) {
    Duration time = core.pace().of(operation.target().kind());
    if (time.isZero() && !core.dataPlane().isReal()) {
      ObjectNode response = finisher.finish(editor, operation, null);
      return record(editor, operation, succeeded(operation, response));
    }
    String name = operation.name().value();
    editor.writing().put(Shelf.RUNNING, name, Json.text(operation.write()));
    Agenda.add(editor.writing(), editor.now().plus(time), Chore.FINISH, name);
    return record(editor, operation, new Outcome.Running());
  }

  /** An operation that had nothing to do. */
  static ObjectNode nothingToDo(ResourceEditor editor, ResourceName target) {
    RunningOperation operation = RunningOperation.of(Verb.DELETE, target);
    return record(editor, operation, succeeded(operation, empty()));
  }

  /**
   * Finishes the operation of that name, one way or the other, after the data plane has done its
   * part; nothing when it is not running.
   */
  void carryOut(String name) {
    if (core.dataPlane().isReal()) {
      workers.run(name, () -> finish(name, true));
      return;
    }
    try {
      finish(name, false);
    } catch (InterruptedException e) {
      throw new IllegalStateException("nothing blocks here", e);
    }
  }

  private void finish(String name, boolean withWork) throws InterruptedException {
    try {
      Work work = withWork ? core.read(resources -> workOf(resources, name)) : Work.NONE;
      Point taken = work.run(core.dataPlane()).orElse(null);
      recordEnd(withWork, name, (editor, operation) -> finish(editor, operation, taken));
    } catch (RuntimeException e) {
      if (!(e instanceof Refusal)) { // which is the operation's answer, and no fault of ours
        LOG.log(Level.WARNING, e, () -> "operation " + name + " failed");
      }
      recordEnd(withWork, name, (editor, operation) -> fail(editor, operation, e));
      if (withWork) {
        clearAway(name);
      }
    }
  }

  /** Where it may block, tries until the ledger takes it: the disk may be full for a while. */
  private void recordEnd(
      boolean mayBlock, String name, BiConsumer<ResourceEditor, RunningOperation> end)
      throws InterruptedException {
    boolean recorded = false;
    while (!recorded) {
      try {
        recorded =
            core.change(editor -> {
              running(editor, name).ifPresent(operation -> end.accept(editor, operation));
              return true;
            });
      } catch (LedgerException e) {
        if (!mayBlock) {
          throw e;
        }
        LOG.log(Level.WARNING, e, () -> "the end of " + name + " cannot be written down yet");
        Thread.sleep(AGAIN);
      }
    }
  }

  private Work workOf(Resources resources, String name) {
    return running(resources, name)
        .map(operation -> finisher(operation).work(resources, operation))
        .orElse(Work.NONE);
  }

  /** What a failed operation has half made belongs to nothing any more. */
  private void clearAway(String name) throws InterruptedException {
    ProjectName project = new OperationName(name).target().orElseThrow().project();
    Plans.Rest rest = core.read(resources -> Plans.rest(resources, project));
    core.dataPlane().retain(project, rest.branches(), rest.computes());
  }

  private void finish(ResourceEditor editor, RunningOperation operation, @Nullable Point taken) {
    ObjectNode response = finisher(operation).finish(editor, operation, taken);
    end(editor, operation, succeeded(operation, response));
  }

  private void fail(ResourceEditor editor, RunningOperation operation, RuntimeException cause) {
    try {
      finisher(operation).undo(editor, operation);
    } catch (RuntimeException e) {
      // The operation must end all the same, or every start would try it again.
      LOG.log(Level.SEVERE, e, () -> operation.name() + " cannot be undone");
    }
    Refusal refusal = Refusals.of(cause);
    end(editor, operation, new Outcome.Failed(ErrorJson.read(refusal.envelope())));
  }

  private static void end(ResourceEditor editor, RunningOperation operation, Outcome outcome) {
    editor.writing().remove(Shelf.RUNNING, operation.name().value());
    record(editor, operation, outcome);
  }

  private static ObjectNode record(
      ResourceEditor editor, RunningOperation operation, Outcome outcome) {
    OperationName name = operation.name();
    ObjectNode json =
        OperationJson.write(new Operation(name, metadataType(operation.target()), outcome));
    editor.writing().put(Shelf.OPERATIONS, name.value(), Json.text(json));
    if (!(outcome instanceof Outcome.Running)) {
      Agenda.add(editor.writing(), editor.now().plus(KEPT), Chore.FORGET, name.value());
    }
    return json;
  }

  private static Outcome succeeded(RunningOperation operation, ObjectNode response) {
    ObjectNode typed = Json.object();
    typed.put("@type", TYPE_PREFIX + typeName(operation.target().kind()));
    typed.setAll(response); // a response that names its own type keeps it
    return new Outcome.Succeeded(Json.text(typed));
  }

  private static Optional<RunningOperation> running(Resources resources, String name) {
    return Optional.ofNullable(resources.reading().get(Shelf.RUNNING, name))
        .map(json -> RunningOperation.read(name, Json.parse(json)));
  }

  private Finisher finisher(RunningOperation operation) {
    return Optional.ofNullable(finishers.get(operation.target().kind())).orElseThrow();
  }

  private static String metadataType(ResourceName target) {
    return TYPE_PREFIX + typeName(target.kind()) + "OperationMetadata";
  }

  private static String typeName(ResourceKind kind) {
    return kind.name().charAt(0) + kind.name().substring(1).toLowerCase(Locale.ROOT);
  }
}
