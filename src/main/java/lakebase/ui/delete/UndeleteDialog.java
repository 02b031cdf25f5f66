package lakebase.ui.delete;

import java.util.List;
import java.util.Optional;
import lakebase.code.Action;
import lakebase.model.Change;
import lakebase.model.Resource;
import lakebase.state.Ref;
import lakebase.ui.Texts;
import lakebase.ui.UiContext;
import lakebase.ui.dialog.CodeFold;
import lakebase.ui.dialog.ConfirmDialog;
import lakebase.ui.dialog.DialogHost;
import lakebase.ui.dialog.Places;
import lakebase.ui.dialog.Question;
import lakebase.ui.dialog.Submission;
import lakebase.ui.form.FormModel;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;

/** Asks before a soft-deleted project or branch comes back. */
final class UndeleteDialog {

  private final DialogHost host;
  private final ConfirmDialog dialog;

  UndeleteDialog(UiContext context, DialogHost host, Ref.OfResource ref, Resource resource) {
    this.host = host;
    Texts texts = context.texts();
    Submission submission = new Submission(context, ref.workspace(), FormModel.of());
    dialog =
        new ConfirmDialog(
            texts,
            new Question(
                MaterialDesignD.DELETE_RESTORE,
                texts.get("delete.undelete." + ref.name().kind()),
                ref.name().toString(),
                facts(context, resource),
                texts.get("delete.undelete.action." + ref.name().kind()),
                texts.get("dialog.cancel"),
                false,
                null),
            () ->
                submission.send(
                    new Change.Undelete(ref.name()),
                    Places.title(context, ref),
                    this::close,
                    _ -> {}));
    CodeFold code = new CodeFold(context);
    code.show(Optional.of(Action.of(new Change.Undelete(ref.name()))));
    dialog.addCode(code);
    dialog.follow(submission);
  }

  private static List<String> facts(UiContext context, Resource resource) {
    Texts texts = context.texts();
    return Optional.ofNullable(resource.metadata().purgeTime())
        .map(at ->
            List.of(
                texts.get("delete.undelete.fact"),
                texts.get("delete.undelete.until", context.formats().dateTime(at))))
        .orElseGet(() -> List.of(texts.get("delete.undelete.fact")));
  }

  void open() {
    host.open(dialog.frame());
  }

  private void close() {
    dialog.close();
  }
}
