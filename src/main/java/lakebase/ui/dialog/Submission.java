package lakebase.ui.dialog;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import lakebase.model.ApiFailure;
import lakebase.model.Change;
import lakebase.state.AppState;
import lakebase.state.Ref;
import lakebase.state.Store;
import lakebase.state.WorkspaceId;
import lakebase.task.Outcome;
import lakebase.task.Verbs;
import lakebase.ui.Asked;
import lakebase.ui.FailureText;
import lakebase.ui.UiContext;
import lakebase.ui.WaitWords;
import lakebase.ui.form.FormField;
import lakebase.ui.form.FormModel;
import org.jspecify.annotations.Nullable;

/**
 * Sends a dialog's change, once at a time, and keeps what came of it: accepted, refused at a field,
 * or failed. Knows no node; on the FX thread.
 */
public final class Submission {

  private final UiContext context;
  private final WorkspaceId workspace;
  private final FormModel form;
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable FailureText> failure =
      new ReadOnlyObjectWrapper<>();

  private final ReadOnlyStringWrapper waiting = new ReadOnlyStringWrapper("");

  private boolean done;

  /**
   * A submission to that workspace.
   *
   * @param form where a refusal is shown that names a field
   */
  public Submission(UiContext context, WorkspaceId workspace, FormModel form) {
    this.context = context;
    this.workspace = workspace;
    this.form = form;
  }

  /** Whether an answer is waited for. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /**
   * What the change waits for before it is sent, in words; empty while it does not wait. It is sent
   * by itself, whether the dialog is still open or not.
   */
  public ReadOnlyStringProperty waitingProperty() {
    return waiting.getReadOnlyProperty();
  }

  /** Why it was not accepted, where no field of the form says it; null when it was, or not sent. */
  public ReadOnlyObjectProperty<@Nullable FailureText> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /**
   * Sends the change; does nothing while one is on its way, or once one was accepted.
   *
   * @param title what people call the target
   * @param accepted called when the service has accepted it
   * @param refused called with the field that the service refused
   */
  public void send(Change change, String title, Runnable accepted, Consumer<FormField<?>> refused) {
    if (busy.get() || done) {
      return;
    }
    busy.set(true);
    failure.set(null);
    WaitWords words = new WaitWords(context.texts());
    Store.Subscription watch =
        context.store().watch(state -> wait(state, change, words), waiting::set);
    context
        .changes()
        .submit(
            workspace,
            change,
            title,
            outcome -> {
              watch.end();
              waiting.set("");
              busy.set(false);
              switch (outcome) {
                case Outcome.Success<?> _ -> {
                  done = true;
                  accepted.run();
                }
                case Outcome.Failure<?>(ApiFailure reason) -> fail(change, title, reason, refused);
              }
            });
  }

  /** The newest task of that change is the one that was just asked for. */
  private String wait(AppState state, Change change, WaitWords words) {
    Ref.OfResource target = Ref.of(workspace, change.subject());
    return state.tasks().stream()
        .filter(task -> task.target().equals(target) && task.kind() == change.kind())
        .findFirst()
        .map(task -> words.of(state, task))
        .orElse("");
  }

  /** Forgets the failure. */
  public void clear() {
    failure.set(null);
  }

  /** Keeps the failure of a reading that had to come first. */
  void failedToRead(String title, ApiFailure reason) {
    failure.set(text(Asked.read(context.texts(), title), reason));
  }

  private void fail(
      Change change, String title, ApiFailure reason, Consumer<FormField<?>> refused) {
    FailureText text =
        text(Asked.change(context.texts(), Verbs.of(change), change.kind(), title), reason);
    form.refuse(text.field(), reason.details().error().message())
        .filter(_ -> text.place() == FailureText.Place.FIELD)
        .ifPresentOrElse(refused, () -> failure.set(text));
  }

  private FailureText text(Asked asked, ApiFailure reason) {
    return FailureText.of(
        context.texts(), context.formats(), reason, asked, context.clock().instant());
  }
}
