package lakebase.ui.project;

import java.util.ArrayList;
import java.util.List;
import lakebase.model.BranchName;
import lakebase.model.ComputeDefaults;
import lakebase.model.Project;
import lakebase.model.ProjectSpec;
import lakebase.state.Ref;
import lakebase.ui.UiContext;
import lakebase.ui.detail.Fact;
import lakebase.ui.detail.FactGroup;
import lakebase.ui.detail.PageMaker;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The cards of a project's overview. */
final class ProjectFacts {

  private final UiContext context;
  private final PageMaker pages;

  ProjectFacts(UiContext context) {
    this.context = context;
    this.pages = new PageMaker(context);
  }

  List<FactGroup> of(Ref.OfResource ref, Project project) {
    List<FactGroup> groups = new ArrayList<>();
    groups.add(about(project));
    groups.add(postgres(ref, project));
    groups.add(computes(project.spec().computeDefaults()));
    groups.add(storage(project));
    groups.addAll(tags(project.spec()));
    groups.addAll(pages.settingsGroup(project.spec().computeDefaults().pgSettings()));
    groups.addAll(pages.unknownGroup(project.unknown()));
    return groups;
  }

  private FactGroup about(Project project) {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("project-display-name", text("project.displayName"), project.displayName()));
    facts.add(Fact.code("project-id", text("detail.id"), project.name().id().value()));
    facts.add(code("project-uid", text("detail.uid"), project.metadata().uid()));
    facts.add(code("project-owner", text("project.owner"), project.facts().owner()));
    facts.add(
        pages.moment("project-created", text("detail.created"), project.metadata().createTime()));
    facts.add(
        pages.moment("project-updated", text("detail.updated"), project.metadata().updateTime()));
    return new FactGroup(
        "card-about", MaterialDesignI.INFORMATION_OUTLINE, text("detail.card.about"), facts);
  }

  private FactGroup postgres(Ref.OfResource ref, Project project) {
    ProjectSpec spec = project.spec();
    Integer version = project.facts().pgVersion();
    BranchName branch = spec.defaultBranch();
    List<Fact> facts = new ArrayList<>();
    facts.add(
        Fact.of(
            "project-version",
            text("project.version"),
            version == null ? text("detail.none") : "PostgreSQL " + version));
    facts.add(
        Fact.of(
            "project-retention",
            text("project.retention"),
            spec.historyRetention() == null
                ? text("detail.none")
                : context.formats().duration(spec.historyRetention())));
    facts.add(
        branch == null
            ? Fact.of("project-default-branch", text("project.defaultBranch"), text("detail.none"))
            : Fact.of("project-default-branch", text("project.defaultBranch"), branch.id().value())
                .withLink(ref.sibling(branch)));
    facts.add(
        Fact.of(
            "project-native-login", text("project.nativeLogin"), pages.yes(spec.pgNativeLogin())));
    return new FactGroup(
        "card-postgres",
        MaterialDesignD.DATABASE_COG_OUTLINE,
        text("project.card.postgres"),
        facts);
  }

  private FactGroup computes(ComputeDefaults defaults) {
    return new FactGroup(
        "card-defaults",
        MaterialDesignM.MEMORY,
        text("project.card.defaults"),
        List.of(
            Fact.of(
                "project-default-size",
                text("endpoint.range"),
                defaults.size() == null
                    ? text("detail.none")
                    : context.formats().size(defaults.size())),
            Fact.of(
                "project-default-suspension",
                text("endpoint.suspension"),
                pages.suspension(defaults.suspension()))));
  }

  private FactGroup storage(Project project) {
    Project.Facts facts = project.facts();
    String budget = project.spec().budgetPolicyId();
    List<Fact> rows = new ArrayList<>();
    rows.add(bytes("project-storage", "project.storage", facts.syntheticStorageSizeBytes()));
    rows.add(bytes("project-limit", "project.branchLimit", facts.branchLogicalSizeLimitBytes()));
    rows.add(
        pages.moment("project-active", text("endpoint.lastActive"), facts.computeLastActiveTime()));
    if (budget != null) {
      rows.add(Fact.code("project-budget", text("project.budget"), budget));
    }
    return new FactGroup(
        "card-storage", MaterialDesignD.DATABASE_OUTLINE, text("project.card.storage"), rows);
  }

  private List<FactGroup> tags(ProjectSpec spec) {
    if (spec.customTags().isEmpty()) {
      return List.of();
    }
    List<Fact> facts =
        spec.customTags().stream()
            .map(tag -> Fact.code("tag-" + tag.key(), tag.key(), tag.value()))
            .toList();
    return List.of(
        new FactGroup(
            "card-tags", MaterialDesignT.TAG_MULTIPLE_OUTLINE, text("project.card.tags"), facts));
  }

  private Fact bytes(String id, String label, @Nullable Long bytes) {
    return Fact.of(
        id, text(label), bytes == null ? text("detail.none") : context.formats().bytes(bytes));
  }

  private Fact code(String id, String label, @Nullable String value) {
    return value == null ? Fact.of(id, label, text("detail.none")) : Fact.code(id, label, value);
  }

  private String text(String key) {
    return context.texts().get(key);
  }
}
