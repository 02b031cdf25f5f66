package lakebase.ui.workspace;

import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.stage.FileChooser;
import lakebase.auth.Account;
import lakebase.auth.MemorySecrets;
import lakebase.auth.Offer;
import lakebase.state.WorkspaceSettings;
import lakebase.task.Outcome;
import lakebase.ui.Texts;
import lakebase.ui.UiContext;
import lakebase.ui.dialog.DialogFooter.Tone;
import lakebase.ui.dialog.DialogFrame;
import lakebase.ui.dialog.DialogHost;
import lakebase.ui.dialog.DiscardQuestion;
import lakebase.ui.dialog.Trouble;
import lakebase.ui.dialog.TwoColumns;
import lakebase.ui.form.FormField;
import lakebase.ui.form.FormModel;
import lakebase.ui.form.FormPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/**
 * Adds or edits one workspace: the form on the left, the test's steps on the right. What is typed
 * and what signing in gives stays in memory until it is accepted; then it goes to the keyring.
 */
final class WorkspaceDialog {

  private final UiContext context;
  private final Texts texts;
  private final DialogHost host;
  private final WorkspaceTools tools;
  private final WorkspaceForm form;
  private final @Nullable WorkspaceSettings before;
  private final WorkspaceTrial trial;
  private final MemorySecrets tried = new MemorySecrets();
  private final DialogFrame frame;
  private final FormPane pane;
  private final Button test;
  private final Button accept;
  private @Nullable Account triedAs;
  private boolean saving;

  WorkspaceDialog(
      UiContext context,
      DialogHost host,
      WorkspaceTools tools,
      WorkspaceForm form,
      List<Offer> offers,
      @Nullable WorkspaceSettings before) {
    this.context = context;
    this.texts = context.texts();
    this.host = host;
    this.tools = tools;
    this.form = form;
    this.before = before;
    this.trial = new WorkspaceTrial(context, tools);
    frame =
        new DialogFrame(
            texts,
            MaterialDesignC.CLOUD_OUTLINE,
            before == null
                ? texts.get("workspace.add.title")
                : texts.get("workspace.edit.title", before.name()),
            "",
            DialogFrame.Width.WIDE);
    pane = new WorkspaceFields(context, form, offers, this::chooseFile).pane();
    frame.setFixedBody(new TwoColumns(pane, new TrialPane(context, trial)));
    test = frame.addButton("workspace-test", texts.get("workspace.trial.start"), this::test);
    frame.addCancelButton(texts.get("dialog.cancel"));
    accept =
        frame.addDefaultButton(
            "workspace-accept",
            texts.get(before == null ? "workspace.add.action" : "workspace.edit.action"),
            this::accept);
    frame.setMayClose(this::mayClose);
    frame.setWhenClosed(this::closed);
    form.form().onEntered(() -> frame.footer().say(Tone.PLAIN, ""));
    trial.runningProperty().subscribe(this::showRunning);
  }

  void open() {
    host.open(frame);
    context
        .runner()
        .run(
            tools.secrets()::isLasting,
            outcome -> {
              if (outcome instanceof Outcome.Success<Boolean>(Boolean lasts)) {
                form.lasting.set(lasts);
              }
            });
  }

  private void test() {
    if (trial.runningProperty().get()) {
      trial.cancel();
      return;
    }
    if (isGood(form.way())) {
      keepTyped();
      trial.start(form.account(), tried, () -> form.keepKept(tools.secrets(), tried));
    }
  }

  private void accept() {
    if (saving || !isGood(form.form())) {
      return;
    }
    trial.cancel();
    keepTyped();
    WorkspaceSettings settings = form.settings();
    boolean other = form.isOtherAccount();
    boolean typed = form.isSecretTyped();
    saving = true;
    frame.footer().setBusy(true);
    accept.setDisable(true);
    context
        .runner()
        .run(
            () -> keep(settings, other, typed && !form.agreed.get()),
            outcome -> {
              saving = false;
              frame.footer().setBusy(false);
              accept.setDisable(false);
              if (outcome instanceof Outcome.Success<Boolean>(Boolean kept) && kept) {
                kept(settings, typed && !other);
              } else {
                frame.showTrouble(
                    new Trouble(
                        texts.get("workspace.form.keyring.refused"),
                        texts.get("workspace.form.keyring.meaning"),
                        texts.get("workspace.form.keyring.advice"),
                        ""));
              }
            });
  }

  /** What a test with another host or another way left is for those alone. */
  private void keepTyped() {
    Account now = form.account();
    Account last = triedAs;
    if (last == null || !last.host().equals(now.host()) || !last.signIn().equals(now.signIn())) {
      tried.forgetAll(now.key());
    }
    triedAs = now;
    form.keepTyped(tried);
  }

  /** Blocks; false when a secret would be kept in memory that the person has not agreed to. */
  private boolean keep(WorkspaceSettings settings, boolean other, boolean onlyLasting) {
    String key = settings.id().value();
    if (other) {
      tools.secrets().forgetAll(key);
    }
    boolean lasts = tried.moveTo(tools.secrets());
    if (!lasts && onlyLasting) {
      tools.secrets().forgetAll(key);
      return false;
    }
    return true;
  }

  private void kept(WorkspaceSettings settings, boolean otherSecret) {
    if (before == null) {
      tools.add().accept(settings);
    } else {
      tools.change().accept(settings);
      if (otherSecret) {
        tools.signIn().accept(settings.id());
      }
    }
    frame.close();
  }

  private boolean isGood(FormModel part) {
    frame.clearTrouble();
    Optional<FormField<?>> wrong = part.validate();
    wrong.ifPresent(field -> {
      frame.footer().say(Tone.WARNING, texts.get("edit.status.problem"));
      pane.focus(field);
    });
    return wrong.isEmpty();
  }

  private void showRunning(boolean running) {
    test.setText(texts.get(running ? "workspace.trial.cancel" : "workspace.trial.start"));
    if (!running && !trial.rows().isEmpty()) {
      frame
          .footer()
          .say(
              trial.isPassed() ? Tone.GOOD : Tone.PLAIN,
              trial.isPassed() ? texts.get("workspace.trial.passed") : "");
    }
  }

  private void chooseFile() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get("workspace.form.certificates"));
    File chosen = chooser.showOpenDialog(frame.getScene().getWindow());
    if (chosen != null) {
      form.certificates.set(chosen.toString());
    }
  }

  private boolean mayClose() {
    if (!form.form().isEntered() || saving) {
      return true;
    }
    DiscardQuestion.ask(
        texts,
        host,
        frame,
        texts.get(before == null ? "workspace.add.discard" : "workspace.edit.discard"));
    return false;
  }

  private void closed() {
    trial.cancel();
    form.forgetSecrets();
  }
}
