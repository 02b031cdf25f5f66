package lakebase.ui.project;

import java.util.List;
import lakebase.model.AccessEntry;
import lakebase.model.AccessLevel;
import lakebase.model.Principal;
import lakebase.state.ProjectEntry;
import lakebase.state.Ref;
import lakebase.state.Workspace;
import lakebase.ui.Icons;
import lakebase.ui.UiContext;
import lakebase.ui.detail.Badge;
import lakebase.ui.detail.Cell;
import lakebase.ui.detail.Tone;
import lakebase.ui.project.ProjectContent.AccessRow;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

/** The rows of who may use or manage a project. */
final class AccessRows {

  private final UiContext context;

  AccessRows(UiContext context) {
    this.context = context;
  }

  List<AccessRow> of(Ref.OfResource ref, ProjectEntry entry) {
    String me =
        context
            .store()
            .state()
            .workspace(ref.workspace())
            .map(found ->
                found.connection() instanceof Workspace.Connection.Connected(var user)
                    ? user.userName()
                    : "")
            .orElse("");
    return entry.access().entries().stream().map(permission -> row(permission, me)).toList();
  }

  private AccessRow row(AccessEntry permission, String me) {
    var kind = permission.who().map(Principal::kind);
    List<Badge> badges =
        permission.principal().equals(me)
            ? List.of(Badge.of(text("access.you"), Tone.ACCENT, MaterialDesignA.ACCOUNT_OUTLINE))
            : List.of();
    return new AccessRow(
        permission.toString(),
        Cell.of(
            kind.map(Icons::of).orElse(MaterialDesignH.HELP_CIRCLE_OUTLINE),
            permission.principal().isEmpty() ? text("access.unknown") : permission.principal(),
            "",
            badges),
        Cell.of(kind.map(known -> context.texts().of("access.kind", known)).orElse("–")),
        Cell.of(context.texts().of("access.level", new AccessLevel(permission.level()))),
        Cell.of(text(permission.inherited() ? "access.source.above" : "access.source.here")));
  }

  private String text(String key) {
    return context.texts().get(key);
  }
}
