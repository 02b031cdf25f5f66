package lakebase.local.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import lakebase.model.Branch;
import lakebase.model.BranchName;
import lakebase.model.BranchSource;
import lakebase.model.BranchSpec;
import lakebase.model.BranchState;
import lakebase.model.Expiration;
import lakebase.model.Metadata;
import lakebase.model.Project;
import lakebase.model.ProjectName;
import lakebase.model.ResourceKind;
import lakebase.wire.BranchJson;
import org.jspecify.annotations.Nullable;

/** Branches: creation, update, deletion, expiry (contract §2.2, §3, §7). */
public final class BranchService implements Finisher {

  private final Core core;
  private final BranchMaker maker;

  BranchService(Core core, BranchMaker maker) {
    this.core = core;
    this.maker = maker;
  }

  /** Takes a branch from another, or with {@code replaceExisting} changes the one there is. */
  public ObjectNode create(
      Caller caller, ProjectName project, String branchId, boolean replaceExisting, Body body) {
    BranchName name = project.branch(NewId.required("branch_id", branchId));
    BranchOrigin origin = new BranchOrigin(core, project, body.object("spec"));
    return core.change(editor -> {
      editor.requireLive(project);
      if (!editor.exists(name)) {
        createNew(editor, caller, name, body, origin);
        return accept(editor, RunningOperation.of(Verb.CREATE, name));
      }
      if (!replaceExisting || editor.isDeleted(name)) {
        throw Refusals.exists(ResourceKind.BRANCH);
      }
      return change(editor, name, body, Mask.EVERYTHING);
    });
  }

  /** Changes the masked fields. */
  public ObjectNode update(BranchName name, String updateMask, Body body) {
    Mask mask = Mask.read(MaskSchema.BRANCH, updateMask, body);
    return core.change(editor -> {
      editor.requireLive(name);
      return change(editor, name, body, mask);
    });
  }

  /** Deletes a branch, softly unless it is to be purged. */
  public ObjectNode delete(BranchName name, boolean purge, boolean allowMissing) {
    return core.change(editor -> {
      editor.requireParents(name);
      if (allowMissing && !editor.exists(name)) {
        return Operations.nothingToDo(editor, name);
      }
      editor.require(name);
      if (editor.isDeleted(name) && !purge) {
        throw Refusals.deleted(name);
      }
      Conflicts.check(editor, Verb.DELETE, name);
      if (!editor.isDeleted(name)) {
        Branch branch = editor.branch(name);
        refuseKept(editor, branch);
        editor.put(
            branch.withFacts(
                branch
                    .facts()
                    .withState(
                        branch.facts().state(),
                        BranchState.DELETED,
                        stateTime(branch, editor.now()))));
      }
      return accept(editor, RunningOperation.delete(name, purge, null));
    });
  }

  /** Brings a soft-deleted branch back. */
  public ObjectNode undelete(BranchName name) {
    return core.change(editor -> {
      editor.require(name);
      Conflicts.check(editor, Verb.UNDELETE, name);
      if (!editor.isDeleted(name)) {
        throw Refusals.badRequest("branch is not deleted");
      }
      return accept(editor, RunningOperation.of(Verb.UNDELETE, name));
    });
  }

  /** Removes a branch whose time has come; later, while it is protected or being worked on. */
  void expire(ResourceEditor editor, BranchName name) {
    if (!editor.exists(name.project())
        || !editor.exists(name)
        || editor.isDeleted(name.project())) {
      return;
    }
    Branch branch = editor.branch(name);
    boolean due =
        branch.spec().expiration() instanceof Expiration.At(Instant time)
            && !time.isAfter(editor.now())
            && !branch.spec().isProtected();
    if (due && editor.running(name.project()).stream().anyMatch(r -> r.target().isWithin(name))) {
      Agenda.add(editor.writing(), editor.now().plusSeconds(1), Chore.EXPIRE, name.toString());
    } else if (due) {
      editor.removeTree(name);
    }
  }

  @Override
  public Work work(Resources resources, RunningOperation operation) {
    BranchName name = (BranchName) operation.target();
    return switch (operation.verb()) {
      case CREATE -> maker.copy(resources, name);
      case UPDATE -> Work.NONE;
      case DELETE -> {
        Plans.Rest rest = Plans.rest(resources, name.project(), name, operation.purge());
        yield Works.retain(name.project(), rest);
      }
      case UNDELETE -> Works.serve(Plans.computes(resources, name));
    };
  }

  @Override
  public ObjectNode finish(
      ResourceEditor editor, RunningOperation operation, @Nullable Point taken) {
    BranchName name = (BranchName) operation.target();
    return switch (operation.verb()) {
      case CREATE -> BranchJson.write(maker.ready(editor, name, taken));
      case UPDATE -> {
        Branch branch = editor.branch(name);
        BranchSpec spec = BranchJson.read(operation.requireAfter()).spec();
        check(editor, branch, spec); // again: other branches have changed meanwhile
        BranchMaker.scheduleExpiry(editor, name, spec);
        Metadata metadata = branch.metadata().updated(editor.now());
        yield editor.put(branch.withSpec(spec).withMetadata(metadata));
      }
      case DELETE -> {
        if (!editor.isDeleted(name)) {
          refuseKept(editor, editor.branch(name)); // again: it may be the default one by now
        }
        remove(editor, name, operation.purge());
        yield Operations.empty();
      }
      case UNDELETE -> {
        Branch branch = editor.branch(name);
        editor.unmarkDeleted(name);
        editor.put(
            branch
                .withMetadata(branch.metadata().deleted(null, null).updated(editor.now()))
                .withFacts(branch.facts().withState(BranchState.READY, null, editor.now())));
        BranchMaker.scheduleExpiry(editor, name, branch.spec());
        maker.servedAgain(editor, name);
        yield Operations.empty();
      }
    };
  }

  @Override
  public void undo(ResourceEditor editor, RunningOperation operation) {
    BranchName name = (BranchName) operation.target();
    if (operation.verb() == Verb.CREATE) {
      editor.removeTree(name);
    } else if (operation.verb() == Verb.DELETE && editor.exists(name)) {
      Branch branch = editor.branch(name);
      Instant since = stateTime(branch, editor.now());
      editor.put(branch.withFacts(branch.facts().withState(branch.facts().state(), null, since)));
    }
  }

  private void createNew(
      ResourceEditor editor, Caller caller, BranchName name, Body body, BranchOrigin origin) {
    Conflicts.check(editor, Verb.CREATE, name);
    int existing = editor.count(name.project(), ResourceKind.BRANCH);
    Limits.check(existing, core.limits().branches(), "branches of a project");
    Project project = editor.project(name.project());
    Body spec = body.object("spec");
    Expiration expiration =
        BranchPatch.expiration(spec, editor.now(), editor.now(), core.limits().branchLife())
            .orElseThrow(() -> Refusals.required("branch.spec.expiration"));
    BranchSource source = origin.in(editor, project);
    BranchSpec values = new BranchSpec(spec.flag("is_protected"), expiration);
    checkProtection(editor, name, values);
    maker.create(editor, name, values, source, Computes.specOf(project.spec().computeDefaults()));
    BranchMaker.inherit(editor, source.branch(), name);
    BranchMaker.ownerRole(editor, name, caller);
  }

  private ObjectNode change(ResourceEditor editor, BranchName name, Body body, Mask mask) {
    Conflicts.check(editor, Verb.UPDATE, name);
    Branch branch = editor.branch(name);
    Instant created = stateTime(branch.metadata().createTime(), editor.now());
    BranchSpec next =
        BranchPatch.apply(
            branch.spec(), body, mask, created, editor.now(), core.limits().branchLife());
    check(editor, branch, next);
    return accept(editor, RunningOperation.update(name, BranchJson.write(branch.withSpec(next))));
  }

  private void check(ResourceEditor editor, Branch branch, BranchSpec next) {
    checkProtection(editor, branch.name(), next);
    if (!(next.expiration() instanceof Expiration.Never)) {
      refuseExpiryOfKept(editor, branch);
    }
  }

  private void checkProtection(ResourceEditor editor, BranchName name, BranchSpec next) {
    if (next.isProtected()) {
      long others =
          editor.liveBranches(name.project()).stream()
              .filter(other -> other.spec().isProtected() && !other.name().equals(name))
              .count();
      Limits.check(
          (int) others, core.limits().protectedBranches(), "protected branches of a project");
    }
  }

  private static void refuseExpiryOfKept(ResourceEditor editor, Branch branch) {
    if (hasChildren(editor, branch.name())) {
      throw BranchOrigin.expiringParent();
    }
    if (branch.isRoot() || branch.facts().isDefault()) {
      throw expiringKept();
    }
  }

  static Refusal expiringKept() {
    return Refusals.badRequest("root and default branches cannot have an expiration date");
  }

  private static void refuseKept(ResourceEditor editor, Branch branch) {
    if (branch.isRoot()) {
      throw Refusals.rootBranch(branch.name());
    }
    if (branch.spec().isProtected()) {
      throw Refusals.badRequest("cannot delete protected branch");
    }
    if (branch.facts().isDefault()) {
      throw Refusals.badRequest("cannot delete default branch");
    }
    if (hasChildren(editor, branch.name())) {
      throw Refusals.badRequest("cannot delete branch with child branches");
    }
  }

  private static boolean hasChildren(ResourceEditor editor, BranchName name) {
    return editor.liveBranches(name.project()).stream()
        .map(branch -> branch.facts().source())
        .anyMatch(source -> source != null && source.branch().equals(name));
  }

  private static void remove(ResourceEditor editor, BranchName name, boolean purge) {
    if (purge) {
      editor.removeTree(name);
      return;
    }
    Branch branch = editor.branch(name);
    Instant now = editor.now();
    Instant purgeTime = now.plus(ProjectService.KEPT_WHEN_DELETED);
    editor.put(
        branch
            .withMetadata(branch.metadata().deleted(now, purgeTime))
            .withFacts(branch.facts().withState(BranchState.DELETED, null, now)));
    editor.markDeleted(name, purgeTime);
  }

  private static Instant stateTime(Branch branch, Instant or) {
    return stateTime(branch.facts().stateChangeTime(), or);
  }

  private static Instant stateTime(@Nullable Instant time, Instant or) {
    return time == null ? or : time;
  }

  private ObjectNode accept(ResourceEditor editor, RunningOperation operation) {
    return Operations.accept(core, editor, operation, this);
  }
}
