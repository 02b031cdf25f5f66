package lakebase.local.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lakebase.local.store.Shelf;
import lakebase.model.Branch;
import lakebase.model.BranchName;
import lakebase.model.Expiration;
import lakebase.model.Metadata;
import lakebase.model.Project;
import lakebase.model.ProjectName;
import lakebase.model.ProjectSpec;
import lakebase.model.ResourceKind;
import lakebase.model.UnknownFields;
import lakebase.wire.ProjectJson;
import org.jspecify.annotations.Nullable;

/** Projects: creation, update, deletion (contract §2.1, §3, §7). */
public final class ProjectService implements Finisher {

  static final Duration KEPT_WHEN_DELETED = Duration.ofDays(7);

  private final Core core;
  private final ProjectMaker maker;
  private final BranchMaker branches;

  ProjectService(Core core, ProjectMaker maker, BranchMaker branches) {
    this.core = core;
    this.maker = maker;
    this.branches = branches;
  }

  /** Creates a project with everything that comes with it (contract §3.1). */
  public ObjectNode create(Caller caller, String projectId, Body body) {
    ProjectName name = ProjectName.of(NewId.required("project_id", projectId));
    checkSettings(ProjectMaker.pgVersion(body), body);
    return core.change(editor -> {
      if (editor.exists(name)) {
        throw Refusals.exists(ResourceKind.PROJECT);
      }
      int existing = editor.reading().count(Shelf.PROJECTS, "projects/", Integer.MAX_VALUE);
      Limits.check(existing, core.limits().projects(), "projects");
      maker.create(editor, name, caller, body);
      return accept(editor, RunningOperation.of(Verb.CREATE, name));
    });
  }

  /** Changes the masked fields. */
  public ObjectNode update(ProjectName name, String updateMask, Body body) {
    Mask mask = Mask.read(MaskSchema.PROJECT, updateMask, body);
    checkSettings(name, body);
    // The service's own fault of contract §2.8.5: what else the body holds is kept all the same.
    boolean[] resets = {false};
    ObjectNode answer =
        core.change(editor -> {
          editor.requireLive(name);
          Conflicts.check(editor, Verb.UPDATE, name);
          Project old = editor.project(name);
          Project after = old.withSpec(ProjectPatch.apply(name, old.spec(), body, mask));
          checkDefaultBranch(editor, old, after);
          resets[0] = ProjectPatch.wouldResetDefaults(old.spec(), body, mask);
          return resets[0]
              ? apply(editor, old, after)
              : accept(editor, RunningOperation.update(name, ProjectJson.write(after)));
        });
    if (resets[0]) {
      throw Refusals.internal();
    }
    return answer;
  }

  /** Deletes a project, softly unless it is to be purged. */
  public ObjectNode delete(ProjectName name, boolean purge) {
    return core.change(editor -> {
      editor.require(name);
      if (editor.isDeleted(name) && !purge) {
        throw Refusals.deleted(name);
      }
      Conflicts.check(editor, Verb.DELETE, name);
      boolean kept = editor.liveBranches(name).stream().anyMatch(b -> b.spec().isProtected());
      if (kept && !editor.isDeleted(name)) {
        throw Refusals.badRequest("cannot delete project with protected branches");
      }
      return accept(editor, RunningOperation.delete(name, purge, null));
    });
  }

  /** Brings a soft-deleted project back. */
  public ObjectNode undelete(ProjectName name) {
    return core.change(editor -> {
      editor.require(name);
      Conflicts.check(editor, Verb.UNDELETE, name);
      if (!editor.isDeleted(name)) {
        throw Refusals.badRequest("project is not deleted");
      }
      return accept(editor, RunningOperation.of(Verb.UNDELETE, name));
    });
  }

  @Override
  public Work work(Resources resources, RunningOperation operation) {
    ProjectName name = (ProjectName) operation.target();
    return switch (operation.verb()) {
      case CREATE -> maker.work(resources, name);
      case UPDATE -> {
        Project after = ProjectJson.read(operation.requireAfter());
        yield Works.describe(
            resources.branches(name).stream().map(b -> Plans.branch(after, b)).toList());
      }
      case DELETE -> Works.retain(name, Plans.rest(resources, name, name, operation.purge()));
      case UNDELETE ->
          Works.serve(
              resources.liveBranches(name).stream()
                  .flatMap(branch -> Plans.computes(resources, branch.name()).stream())
                  .toList());
    };
  }

  @Override
  public ObjectNode finish(
      ResourceEditor editor, RunningOperation operation, @Nullable Point taken) {
    ProjectName name = (ProjectName) operation.target();
    return switch (operation.verb()) {
      case CREATE -> {
        editor.liveBranches(name).forEach(branch -> branches.ready(editor, branch.name(), null));
        yield editor.put(editor.project(name));
      }
      case UPDATE -> {
        Project old = editor.project(name);
        Project after = ProjectJson.read(operation.requireAfter());
        checkDefaultBranch(editor, old, after); // again: branches have gone on meanwhile
        yield apply(editor, old, after);
      }
      case DELETE -> {
        remove(editor, name, operation.purge());
        yield Operations.empty();
      }
      case UNDELETE -> {
        Project project = editor.project(name);
        Metadata metadata = project.metadata().deleted(null, null).updated(editor.now());
        editor.put(project.withMetadata(metadata));
        editor.unmarkDeleted(name);
        editor.liveBranches(name).forEach(branch -> branches.servedAgain(editor, branch.name()));
        yield Operations.empty();
      }
    };
  }

  @Override
  public void undo(ResourceEditor editor, RunningOperation operation) {
    if (operation.verb() == Verb.CREATE) {
      editor.removeTree(operation.target());
    }
  }

  /** Refuses a new default branch that is gone or will go. */
  private static void checkDefaultBranch(ResourceEditor editor, Project old, Project after) {
    BranchName name = after.spec().defaultBranch();
    if (name != null && !name.equals(old.spec().defaultBranch())) {
      editor.requireLive(name);
      if (!(editor.branch(name).spec().expiration() instanceof Expiration.Never)) {
        throw BranchService.expiringKept();
      }
    }
  }

  private void checkSettings(ProjectName name, Body body) {
    if (!settings(body).isEmpty()) {
      Project project =
          core.read(resources -> {
            resources.requireLive(name);
            return resources.project(name);
          });
      Integer version = project.facts().pgVersion();
      checkSettings(version == null ? Defaults.PG_VERSION : version, body);
    }
  }

  private void checkSettings(int pgVersion, Body body) {
    if (!settings(body).isEmpty()) {
      core.checkSettings(pgVersion, settings(body));
    }
  }

  private static Map<String, String> settings(Body body) {
    return body.object("spec").object("default_endpoint_settings").textMap("pg_settings");
  }

  private static ObjectNode apply(ResourceEditor editor, Project old, Project after) {
    BranchName before = old.spec().defaultBranch();
    BranchName now = after.spec().defaultBranch();
    if (!Objects.equals(before, now)) {
      markDefault(editor, before, false);
      markDefault(editor, now, true);
    }
    return editor.put(after.withMetadata(old.metadata().updated(editor.now())));
  }

  private static void markDefault(ResourceEditor editor, @Nullable BranchName name, boolean value) {
    if (name != null && editor.exists(name)) {
      Branch branch = editor.branch(name);
      editor.put(branch.withFacts(branch.facts().withDefault(value)));
    }
  }

  private static void remove(ResourceEditor editor, ProjectName name, boolean purge) {
    if (purge) {
      editor.removeTree(name);
      return;
    }
    Project project = editor.project(name);
    Instant purgeTime = editor.now().plus(KEPT_WHEN_DELETED);
    editor.put(project.withMetadata(project.metadata().deleted(editor.now(), purgeTime)));
    editor.markDeleted(name, purgeTime);
  }

  private ObjectNode accept(ResourceEditor editor, RunningOperation operation) {
    return Operations.accept(core, editor, operation, this);
  }

  static Project newProject(ProjectName name, Caller owner, ProjectSpec spec, int pg, Instant at) {
    return new Project(
        name,
        Metadata.created(UUID.randomUUID().toString(), at),
        spec,
        new Project.Facts(pg, owner.name(), Defaults.BRANCH_SIZE_LIMIT, 0L, null),
        UnknownFields.NONE);
  }
}
