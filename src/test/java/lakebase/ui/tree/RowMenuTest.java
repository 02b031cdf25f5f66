package lakebase.ui.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TreeView;
import lakebase.model.ResourceName;
import lakebase.state.Ref;
import lakebase.testkit.FakeUi;
import lakebase.testkit.Fx;
import lakebase.testkit.FxTest;
import lakebase.testkit.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@FxTest
class RowMenuTest {

  private final FakeUi ui = new FakeUi(Samples.state());
  private final TreePane pane = Fx.call(() -> new TreePane(ui.context));

  @BeforeEach
  void show() {
    Fx.show(pane, Samples.state().settings().theme(), 306, 560);
  }

  private List<MenuItem> menu(ResourceName name) {
    ui.update(state -> state.select(Ref.of(Samples.LOCAL, name)));
    Fx.settle();
    return Fx.call(() -> {
      TreeView<?> tree = (TreeView<?>) Objects.requireNonNull(pane.lookup("#tree"));
      TreeRow row = (TreeRow) tree.getSelectionModel().getSelectedItem().getValue();
      return List.copyOf(new RowMenu(ui.context).of(row).getItems());
    });
  }

  @Test
  void aProjectsMenuLeadsToItsPermissions() {
    assertThat(menu(Samples.SHOP))
        .extracting(MenuItem::getText)
        .containsSubsequence("Edit…", "Permissions…", "Delete…");
    assertThat(menu(Samples.PRODUCTION))
        .extracting(MenuItem::getText)
        .doesNotContain("Permissions…");
    Fx.run(permissions()::fire);
    assertThat(ui.calls).contains("permissions " + Samples.SHOP);
  }

  @Test
  void aLockedWorkspacesMenuSaysWhyItDoesNot() {
    ui.update(state ->
        state.changeWorkspace(
            Samples.LOCAL, found -> found.withSettings(found.settings().withReadOnly(true))));
    assertThat(permissions().isDisable()).isTrue();
    assertThat(menu(Samples.SHOP))
        .extracting(MenuItem::getText)
        .contains("Edit… (the workspace is locked)", "Permissions… (the workspace is locked)");
  }

  private MenuItem permissions() {
    return menu(Samples.SHOP).stream()
        .filter(item -> "tree-menu-permissions".equals(item.getId()))
        .findFirst()
        .orElseThrow();
  }
}
