package lakebase.ui.shell;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import lakebase.model.BranchName;
import lakebase.model.ResourceKind;
import lakebase.ui.Icons;
import lakebase.ui.Intents;
import lakebase.ui.Key;
import lakebase.ui.Lifecycle;
import lakebase.ui.Texts;
import lakebase.ui.UiContext;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/**
 * The menu of what can be created: a project, branch or compute where the selection is, and first
 * what usually goes there. An entry that has no place says what to select.
 */
final class NewMenu extends MenuButton {

  private final Texts texts;
  private final Intents intents;
  private final MenuItem project;
  private final MenuItem branch;
  private final MenuItem compute;

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
    project.setText(texts.get("new.project"));
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
    compute.setDisable(targets.branch().isEmpty());
    compute.setText(where("new.compute", targets.branch()));
    compute.setOnAction(_ ->
        targets
            .workspace()
            .ifPresent(workspace ->
                targets.branch().ifPresent(where -> intents.newCompute(workspace, where))));
    order(targets.usual());
    setDisable(targets.workspace().isEmpty());
  }

  /** That kind first; the others from the near to the far. */
  private void order(ResourceKind usual) {
    MenuItem first =
        switch (usual) {
          case BRANCH -> branch;
          case ENDPOINT -> compute;
          default -> project;
        };
    List<MenuItem> ordered = new ArrayList<>(List.of(compute, branch, project));
    ordered.remove(first);
    ordered.addFirst(first);
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
