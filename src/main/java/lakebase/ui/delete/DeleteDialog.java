package lakebase.ui.delete;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import lakebase.code.Action;
import lakebase.model.Change;
import lakebase.model.Resource;
import lakebase.model.ResourceKind;
import lakebase.model.Role;
import lakebase.model.RoleName;
import lakebase.state.Ref;
import lakebase.ui.Texts;
import lakebase.ui.UiContext;
import lakebase.ui.dialog.CodeFold;
import lakebase.ui.dialog.ConfirmDialog;
import lakebase.ui.dialog.DialogHost;
import lakebase.ui.dialog.Places;
import lakebase.ui.dialog.Question;
import lakebase.ui.dialog.Submission;
import lakebase.ui.form.Checks;
import lakebase.ui.form.FormBuilder;
import lakebase.ui.form.FormField;
import lakebase.ui.form.FormModel;
import lakebase.ui.form.FormPane;
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
  private final FormField<Optional<RoleName>> heir;
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
    this.heir = FormField.free("reassign_owned_to", allowed.heirs().flatMap(Heirs::proposed));
    this.submission = new Submission(context, ref.workspace(), FormModel.of(heir));
    this.dialog = new ConfirmDialog(texts, question(), this::send);
    this.code = new CodeFold(context);
    if (allowed.canChoose()) {
      forGood.setText(texts.get("delete.purge"));
      forGood.setId("delete-purge");
      forGood.setWrapText(true);
      forGood.selectedProperty().subscribe(this::show);
      dialog.addOption(forGood);
    }
    allowed
        .heirs()
        .filter(heirs -> !heirs.others().isEmpty())
        .ifPresent(heirs -> dialog.addOption(choice(heirs)));
    dialog.addCode(code);
    heir.valueProperty().subscribe(_ -> showCode());
    dialog.follow(submission);
  }

  private FormPane choice(Heirs heirs) {
    return new FormBuilder(Checks.of(context))
        .choice(
            heir,
            heirs.choices(),
            role -> role.map(heirs::word).orElseGet(() -> texts.get("delete.heir.nobody")),
            it -> it.label(texts.get("delete.heir")).help(texts.get("delete.heir.help")))
        .build();
  }

  void open() {
    host.open(dialog.frame());
  }

  private void show() {
    dialog.setFacts(question());
    dialog.setGuard(guard());
    dialog.setAction(action());
    showCode();
  }

  private void showCode() {
    code.show(Optional.of(Action.of(change())));
  }

  private void send() {
    submission.send(change(), Places.title(context, ref), this::accepted, _ -> {});
  }

  private Change change() {
    boolean recoverableKind =
        ref.name().kind() == ResourceKind.PROJECT || ref.name().kind() == ResourceKind.BRANCH;
    return resource instanceof Role role
        ? new Change.Delete(role.name(), false, heir.get().orElse(null))
        : DeleteModel.change(resource, isForGood() && recoverableKind);
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
    ResourceKind kind = ref.name().kind();
    boolean holdsData = kind != ResourceKind.ENDPOINT && kind != ResourceKind.ROLE;
    boolean must = allowed.guarded() || (isForGood() && holdsData);
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
