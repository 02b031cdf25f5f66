package lakebase.ui.shell;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
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
 * Creates a project, branch or compute where the selection is. The button itself creates what goes
 * into the selected thing.
 */
final class NewMenu extends SplitMenuButton {

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
    getItems().addAll(project, branch, compute);
    Lifecycle.of(this).watch(context.store(), NewTargets::of, this::show);
  }

  private static MenuItem item(String id, ResourceKind kind) {
    MenuItem item = new MenuItem(null, Icons.icon(Icons.of(kind)));
    item.setId(id);
    return item;
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
    MenuItem usual =
        targets.branch().isPresent() ? compute : targets.parent().isPresent() ? branch : project;
    setOnAction(_ -> usual.fire());
    setDisable(targets.workspace().isEmpty());
  }

  private String where(String key, Optional<BranchName> branchName) {
    return branchName
        .map(name -> texts.get(key + ".in", name.id().value()))
        .orElseGet(() -> texts.get(key));
  }
}
