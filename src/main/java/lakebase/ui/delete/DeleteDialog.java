package lakebase.ui.delete;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import lakebase.code.Action;
import lakebase.model.Change;
import lakebase.model.Resource;
import lakebase.model.ResourceKind;
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
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;

/** The question before a deletion: softly with one confirmation, for good with the name typed. */
final class DeleteDialog {

  private final UiContext context;
  private final Texts texts;
  private final DialogHost host;
  private final Ref.OfResource ref;
  private final Resource resource;
  private final Verdict.Allowed allowed;
  private final Submission submission;
  private final CheckBox forGood = new CheckBox();
  private final ConfirmDialog dialog;
  private final CodeFold code;

  DeleteDialog(
      UiContext context,
      DialogHost host,
      Ref.OfResource ref,
      Resource resource,
      Verdict.Allowed allowed) {
    this.context = context;
    this.texts = context.texts();
    this.host = host;
    this.ref = ref;
    this.resource = resource;
    this.allowed = allowed;
    this.submission = new Submission(context, ref.workspace(), FormModel.of());
    this.dialog = new ConfirmDialog(texts, question(), this::send);
    this.code = new CodeFold(context);
    if (allowed.canChoose()) {
      forGood.setText(texts.get("delete.purge"));
      forGood.setId("delete-purge");
      forGood.setWrapText(true);
      forGood.selectedProperty().subscribe(this::show);
      dialog.addOption(forGood);
    }
    dialog.addCode(code);
    code.show(Optional.of(Action.of(change())));
    dialog.follow(submission);
  }

  void open() {
    host.open(dialog.frame());
  }

  private void show() {
    dialog.setFacts(question());
    dialog.setGuard(guard());
    dialog.setAction(action());
    code.show(Optional.of(Action.of(change())));
  }

  private void send() {
    submission.send(change(), Places.title(context, ref), this::accepted, _ -> {});
  }

  private Change change() {
    boolean recoverableKind =
        ref.name().kind() == ResourceKind.PROJECT || ref.name().kind() == ResourceKind.BRANCH;
    return DeleteModel.change(resource, isForGood() && recoverableKind);
  }

  private void accepted() {
    dialog.close();
    if (ref.equals(context.store().state().selection())) {
      context.intents().select(ref.parent());
    }
  }

  private boolean isForGood() {
    return !allowed.canChoose() || forGood.isSelected();
  }

  private @Nullable String guard() {
    boolean must = allowed.guarded() || (isForGood() && ref.name().kind() != ResourceKind.ENDPOINT);
    return must ? ref.name().id().value() : null;
  }

  private String action() {
    String kind = isForGood() && allowed.canChoose() ? "delete.action.purge." : "delete.action.";
    return texts.get(kind + ref.name().kind());
  }

  private Question question() {
    List<String> facts = isForGood() ? allowed.purgeFacts() : allowed.facts();
    return new Question(
        MaterialDesignD.DELETE_OUTLINE,
        texts.get("delete.title." + ref.name().kind()),
        ref.name().toString(),
        facts,
        action(),
        texts.get("dialog.cancel"),
        true,
        guard());
  }
}
