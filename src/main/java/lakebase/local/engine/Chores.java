package lakebase.local.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import lakebase.local.store.Shelf;
import lakebase.model.BranchName;
import lakebase.model.Endpoint;
import lakebase.model.EndpointName;
import lakebase.model.ProjectName;
import lakebase.model.ResourceName;
import lakebase.model.Suspension;

/** Does what the agenda says. */
final class Chores {

  private static final Logger LOG = Logger.getLogger(Chores.class.getName());

  private final Core core;
  private final Workers workers;
  private final Operations operations;
  private final BranchService branches;

  Chores(Core core, Workers workers, Operations operations, BranchService branches) {
    this.core = core;
    this.workers = workers;
    this.operations = operations;
    this.branches = branches;
  }

  /** Does everything whose time has come; gives when the next thing is due. */
  Optional<Instant> doDue(Instant now) {
    while (true) {
      Optional<Agenda.Item> first = core.read(resources -> Agenda.first(resources.reading()));
      if (first.isEmpty() || first.get().due().isAfter(now)) {
        return first.map(Agenda.Item::due);
      }
      carryOut(first.get());
    }
  }

  /** Finishes every operation that was running when the workspace stopped. */
  void recover() {
    List<String> running = new ArrayList<>();
    core.read(resources -> {
      resources.reading().scan(Shelf.RUNNING, "", "", entry -> running.add(entry.getKey()));
      return true;
    });
    running.forEach(operations::carryOut);
  }

  private void carryOut(Agenda.Item item) {
    if (item.chore() == Chore.FINISH) {
      operations.carryOut(item.subject());
      core.change(editor -> {
        Agenda.done(editor.writing(), item);
        return true;
      });
      return;
    }
    try {
      core.change(editor -> {
        Agenda.done(editor.writing(), item);
        carryOut(editor, item);
        return true;
      });
      if (core.dataPlane().isReal()) {
        workers.run(item.key(), () -> follow(item));
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> item.chore() + " of " + item.subject() + " failed");
      core.change(editor -> {
        Agenda.done(editor.writing(), item);
        return true;
      });
    }
  }

  private void carryOut(ResourceEditor editor, Agenda.Item item) {
    switch (item.chore()) {
      case SETTLE -> Computes.settle(editor, EndpointName.parse(item.subject()));
      case SUSPEND -> {
        if (!core.dataPlane().isReal()) {
          Computes.suspendIfUnused(editor, EndpointName.parse(item.subject()));
        }
      }
      case EXPIRE -> branches.expire(editor, BranchName.parse(item.subject()));
      case PURGE -> purge(editor, item);
      case FORGET -> {
        editor.writing().remove(Shelf.OPERATIONS, item.subject());
        editor.writing().remove(Shelf.TOKENS, item.subject());
      }
      case FINISH -> throw new IllegalStateException("has its own transactions");
    }
  }

  /** What the data plane has to do about it, once the ledger has been changed. */
  private void follow(Agenda.Item item) throws InterruptedException {
    switch (item.chore()) {
      case SUSPEND -> suspend(EndpointName.parse(item.subject()));
      case EXPIRE, PURGE -> {
        ProjectName project = ResourceName.parse(item.subject()).project();
        Plans.Rest rest = core.read(resources -> Plans.rest(resources, project));
        core.dataPlane().retain(project, rest.branches(), rest.computes());
      }
      case FINISH, SETTLE, FORGET -> {}
    }
  }

  /** Scales to zero what nobody has used for its timeout; else looks again when it may be time. */
  private void suspend(EndpointName name) throws InterruptedException {
    Optional<Endpoint> found =
        core.read(resources ->
            resources.exists(name)
                ? Optional.of(Computes.stored(resources, name))
                : Optional.empty());
    if (found.isPresent()
        && found.get().spec().suspension() instanceof Suspension.After(Duration timeout)) {
      Endpoint endpoint = found.get();
      Optional<Instant> lastUse =
          core.dataPlane().suspendIfUnused(Plans.uid(endpoint), core.now().minus(timeout));
      lastUse.ifPresent(time ->
          core.change(editor -> {
            Computes.suspendLater(editor, endpoint, time);
            return true;
          }));
    }
  }

  private static void purge(ResourceEditor editor, Agenda.Item item) {
    ResourceName name = ResourceName.parse(item.subject());
    String purgeTime = editor.reading().get(Shelf.DELETED, item.subject());
    if (purgeTime != null && !Instant.parse(purgeTime).isAfter(editor.now())) {
      editor.removeTree(name);
    }
  }
}
