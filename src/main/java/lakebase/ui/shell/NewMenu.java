package lakebase.ui.shell;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import lakebase.model.BranchName;
import lakebase.model.ResourceKind;
import lakebase.state.WorkspaceId;
import lakebase.ui.Icons;
import lakebase.ui.Intents;
import lakebase.ui.Key;
import lakebase.ui.Lifecycle;
import lakebase.ui.Texts;
import lakebase.ui.UiContext;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/**
 * The menu of what can be created: where the selection is a project, or what a project or branch
 * has, and first what usually goes there; and a workspace. An entry that has no place says what to
 * select.
 */
final class NewMenu extends MenuButton {

  private final Texts texts;
  private final Intents intents;
  private final MenuItem project;
  private final MenuItem branch;
  private final MenuItem compute;
  private final MenuItem role;
  private final MenuItem database;
  private final MenuItem workspace;
  private final MenuItem separator = new SeparatorMenuItem();

  NewMenu(UiContext context) {
    this.texts = context.texts();
    this.intents = context.intents();
    setId("new");
    setText(texts.get("new.button"));
    setGraphic(Icons.icon(MaterialDesignP.PLUS));
    getStyleClass().addAll(Styles.ACCENT, "new-menu");
    setTooltip(Tips.tip(Key.NEW, texts));
    setMinWidth(USE_PREF_SIZE);
    project = item("new-project", ResourceKind.PROJECT);
    branch = item("new-branch", ResourceKind.BRANCH);
    compute = item("new-compute", ResourceKind.ENDPOINT);
    role = item("new-role", ResourceKind.ROLE);
    database = item("new-database", ResourceKind.DATABASE);
    project.setText(texts.get("new.project"));
    workspace =
        new MenuItem(texts.get("new.workspace"), Icons.icon(MaterialDesignC.CLOUD_PLUS_OUTLINE));
    workspace.setId("new-workspace");
    workspace.setOnAction(_ -> intents.addWorkspace());
    Lifecycle.of(this).watch(context.store(), NewTargets::of, this::show);
  }

  private static MenuItem item(String id, ResourceKind kind) {
    MenuItem item = new MenuItem(null, Icons.icon(Icons.of(kind)));
    item.setId(id);
    return item;
  }

  /** Opens it as a key does: with the focus on the first entry. */
  void open() {
    if (!isDisabled()) {
      requestFocus();
      show();
      Node first = getItems().getFirst().getStyleableNode();
      if (first != null) {
        first.requestFocus();
      }
    }
  }

  private void show(NewTargets targets) {
    project.setDisable(targets.workspace().isEmpty());
    project.setOnAction(_ -> targets.workspace().ifPresent(intents::newProject));
    branch.setDisable(targets.parent().isEmpty());
    branch.setText(where("new.branch", targets.parent()));
    branch.setOnAction(_ ->
        targets
            .workspace()
            .ifPresent(workspace ->
                targets
                    .parent()
                    .ifPresent(parent -> intents.newBranch(workspace, parent.project(), parent))));
    show(compute, "new.compute", targets, intents::newCompute);
    show(role, "new.role", targets, intents::newRole);
    show(database, "new.database", targets, intents::newDatabase);
    order(targets.usual());
  }

  /** What is made in a branch. */
  private void show(
      MenuItem item, String key, NewTargets targets, BiConsumer<WorkspaceId, BranchName> create) {
    item.setDisable(targets.branch().isEmpty());
    item.setText(where(key, targets.branch()));
    item.setOnAction(_ ->
        targets
            .workspace()
            .ifPresent(workspace ->
                targets.branch().ifPresent(branch -> create.accept(workspace, branch))));
  }

  /** That kind first; the others from the near to the far. */
  private void order(ResourceKind usual) {
    MenuItem first =
        switch (usual) {
          case BRANCH -> branch;
          case ENDPOINT -> compute;
          default -> project;
        };
    List<MenuItem> ordered = new ArrayList<>(List.of(role, database, compute, branch, project));
    ordered.remove(first);
    ordered.addFirst(first);
    ordered.addAll(List.of(separator, workspace));
    if (!ordered.equals(getItems())) {
      getItems().setAll(ordered);
    }
  }

  private String where(String key, Optional<BranchName> branchName) {
    return branchName
        .map(name -> texts.get(key + ".in", name.id().value()))
        .orElseGet(() -> texts.get(key));
  }
}
