package lakebase.ui.delete;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lakebase.model.Branch;
import lakebase.model.BranchName;
import lakebase.model.BranchSource;
import lakebase.model.Change;
import lakebase.model.Database;
import lakebase.model.Endpoint;
import lakebase.model.Metadata;
import lakebase.model.Project;
import lakebase.model.Resource;
import lakebase.model.Role;
import lakebase.model.RoleName;
import lakebase.ui.Formats;
import lakebase.ui.Texts;
import lakebase.ui.UiContext;

/** Judges a deletion by what is known (contract §3.3, §7). Knows no node. */
final class DeleteModel {

  private static final int NAMED = 5;

  private final Texts texts;
  private final Formats formats;

  DeleteModel(UiContext context) {
    this.texts = context.texts();
    this.formats = context.formats();
  }

  /** What comes of deleting the resource, with all that lives in it and around it. */
  Verdict judge(Resource resource, Surroundings around) {
    return switch (resource) {
      case Project project -> project(project, around);
      case Branch branch -> branch(branch, around);
      case Endpoint endpoint -> endpoint(endpoint, around);
      case Role role -> role(role, Contents.UNKNOWN, "");
      case Database database -> database(database);
    };
  }

  /**
   * What comes of deleting a role.
   *
   * @param around the roles and databases of its branch
   * @param me the name of the person's own role
   */
  Verdict role(Role role, Contents around, String me) {
    List<String> owned =
        around.databases().stream()
            .filter(database -> role.name().equals(database.spec().owner()))
            .map(database -> database.spec().postgresDatabase())
            .toList();
    List<Role> others =
        around.roles().stream().filter(other -> !other.name().equals(role.name())).toList();
    if (!owned.isEmpty() && others.isEmpty()) {
      return new Verdict.Refused(
          texts.get("delete.refused.role", owned.size(), named(owned)),
          texts.get("delete.lift.role"),
          Optional.empty());
    }
    boolean mine = role.postgresRole().equals(me);
    List<String> facts = new ArrayList<>();
    if (mine) {
      facts.add(texts.get("delete.fact.role.mine"));
    }
    facts.add(
        around.isComplete()
            ? texts.get("delete.fact.role.owns", owned.size(), named(owned))
            : texts.get("delete.fact.role.unknown"));
    facts.add(texts.get("delete.fact.role.login", role.postgresRole()));
    facts.add(texts.get("delete.fact.forever"));
    Optional<RoleName> proposed =
        owned.isEmpty() ? Optional.empty() : Optional.of(heir(others, me).name());
    return new Verdict.Allowed(
        List.of(), facts, false, mine, Optional.of(new Heirs(others, !owned.isEmpty(), proposed)));
  }

  /** The person's own role is the one that is certainly used. */
  private static Role heir(List<Role> others, String me) {
    return others.stream()
        .filter(other -> other.postgresRole().equals(me))
        .findFirst()
        .orElseGet(others::getFirst);
  }

  private Verdict database(Database database) {
    return new Verdict.Allowed(
        List.of(),
        List.of(
            texts.get("delete.fact.database", database.spec().postgresDatabase()),
            texts.get("delete.fact.connections"),
            texts.get("delete.fact.database.history"),
            texts.get("delete.fact.forever")),
        false,
        true);
  }

  /** The request for it. */
  static Change change(Resource resource, boolean purge) {
    return purge ? Change.Delete.forGood(resource.name()) : Change.Delete.soft(resource.name());
  }

  private Verdict project(Project project, Surroundings around) {
    Optional<Branch> shielded =
        around.branches().stream().filter(branch -> branch.spec().isProtected()).findFirst();
    if (shielded.isPresent()) {
      BranchName name = shielded.get().name();
      return new Verdict.Refused(
          texts.get("delete.refused.project", name.id().value()),
          texts.get("delete.lift.protection"),
          Optional.of(name));
    }
    List<String> lost = new ArrayList<>();
    lost.add(
        around.isComplete()
            ? texts.get("delete.fact.project", around.branches().size(), around.computes())
            : texts.get("delete.fact.unknown"));
    lost.add(texts.get("delete.fact.connections"));
    return allowed(project.metadata(), lost, true);
  }

  private Verdict branch(Branch branch, Surroundings around) {
    String project = branch.name().project().id().value();
    if (branch.isRoot()) {
      return new Verdict.Refused(
          texts.get("delete.refused.root", project),
          texts.get("delete.lift.root"),
          Optional.empty());
    }
    if (branch.spec().isProtected()) {
      return new Verdict.Refused(
          texts.get("delete.refused.protected"),
          texts.get("delete.lift.protection"),
          Optional.of(branch.name()));
    }
    List<String> children = children(branch, around);
    if (!children.isEmpty()) {
      return new Verdict.Refused(
          texts.get("delete.refused.children", children.size(), named(children)),
          texts.get("delete.lift.children"),
          Optional.empty());
    }
    List<String> lost = new ArrayList<>();
    lost.add(
        around.isComplete()
            ? texts.get("delete.fact.branch", around.computes())
            : texts.get("delete.fact.unknown"));
    lost.add(texts.get("delete.fact.connections"));
    if (branch.facts().isDefault()) {
      lost.addFirst(texts.get("delete.fact.default"));
    }
    return allowed(branch.metadata(), lost, branch.facts().isDefault());
  }

  private Verdict endpoint(Endpoint endpoint, Surroundings around) {
    if (endpoint.isReadWrite()) {
      return new Verdict.Refused(
          texts.get("delete.refused.readWrite"),
          texts.get("delete.lift.readWrite"),
          Optional.empty());
    }
    Optional<Branch> shielded =
        around.branches().stream()
            .filter(branch -> branch.name().equals(endpoint.name().branch()))
            .filter(branch -> branch.spec().isProtected())
            .findFirst();
    if (shielded.isPresent()) {
      return new Verdict.Refused(
          texts.get("delete.refused.shielded", endpoint.name().branch().id().value()),
          texts.get("delete.lift.protection"),
          Optional.of(endpoint.name().branch()));
    }
    return new Verdict.Allowed(
        List.of(),
        List.of(
            texts.get("delete.fact.compute"),
            texts.get("delete.fact.connections"),
            texts.get("delete.fact.data")),
        false,
        false);
  }

  private Verdict.Allowed allowed(Metadata metadata, List<String> lost, boolean guarded) {
    List<String> soft = new ArrayList<>(lost);
    soft.add(texts.get("delete.fact.recoverable"));
    List<String> hard = new ArrayList<>(lost);
    hard.add(texts.get("delete.fact.forever"));
    if (metadata.isDeleted() && metadata.purgeTime() != null) {
      hard.add(texts.get("delete.fact.anyway", formats.dateTime(metadata.purgeTime())));
    }
    return new Verdict.Allowed(soft, hard, !metadata.isDeleted(), guarded);
  }

  private static List<String> children(Branch parent, Surroundings around) {
    return around.branches().stream()
        .filter(branch -> {
          BranchSource source = branch.facts().source();
          return source != null && source.branch().equals(parent.name());
        })
        .map(branch -> branch.name().id().value())
        .toList();
  }

  private static String named(List<String> names) {
    String shown = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
    return names.size() > NAMED ? shown + ", …" : shown;
  }
}
