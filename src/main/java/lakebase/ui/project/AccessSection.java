package lakebase.ui.project;

import java.util.List;
import javafx.scene.Node;
import lakebase.state.LoadState;
import lakebase.ui.Texts;
import lakebase.ui.UiContext;
import lakebase.ui.detail.Command;
import lakebase.ui.detail.DetailTable;
import lakebase.ui.detail.Section;
import lakebase.ui.detail.TableSection;
import lakebase.ui.project.ProjectContent.AccessRow;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Who may use or manage a project, which is read when it is first looked at. */
final class AccessSection implements Section<ProjectContent> {

  private final UiContext context;
  private final TableSection<ProjectContent, AccessRow> section;
  private List<Command> share = List.of();

  AccessSection(UiContext context) {
    this.context = context;
    Texts texts = context.texts();
    this.section =
        new TableSection<>(
                texts.get("access.table"),
                new DetailTable<AccessRow>(
                        "access-table", texts.get("access.table"), AccessRow::key)
                    .column("access-who", texts.get("access.who"), 320, AccessRow::who)
                    .column("access-kind", texts.get("access.kind"), 130, AccessRow::kind)
                    .column("access-level", texts.get("access.level"), 120, AccessRow::level)
                    .column("access-source", texts.get("access.source"), 180, AccessRow::source)
                    .onOpen(_ -> share.forEach(AccessSection::run))
                    .menu(this::menu),
                ProjectContent::access,
                ProjectContent::noAccess)
            .actions(ProjectContent::share);
    section.node().getStyleClass().add("detail-body");
  }

  @Override
  public Node node() {
    return section.node();
  }

  @Override
  public void show(ProjectContent content) {
    if (content.accessLoad() instanceof LoadState.NotLoaded) {
      context.inventories().readAccess(content.ref());
    }
    share = content.share();
    section.show(content);
  }

  private List<Command> menu(AccessRow row) {
    Command copy =
        Command.of(
                "row-copy",
                context.texts().get("detail.copyName"),
                MaterialDesignC.CONTENT_COPY,
                () -> context.intents().copy(row.who().text()))
            .withKey("Ctrl+C");
    return List.of(share.getFirst().withKey("F2"), copy);
  }

  private static void run(Command command) {
    if (command.isPossible()) {
      command.action().run();
    }
  }
}
