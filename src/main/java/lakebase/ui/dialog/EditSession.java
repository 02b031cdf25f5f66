package lakebase.ui.dialog;

import java.time.Instant;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import lakebase.api.PostgresApi;
import lakebase.model.ApiFailure;
import lakebase.model.Change;
import lakebase.model.Spec;
import lakebase.state.Ref;
import lakebase.task.Outcome;
import lakebase.ui.UiContext;
import lakebase.ui.dialog.DialogFooter.Tone;
import lakebase.ui.form.EditModel;
import lakebase.ui.form.FormField;
import lakebase.ui.form.FormModel;

/**
 * The course of an edit: read when it opens, read again before it is sent, stopped where somebody
 * else changed the same field, sent once, closed when accepted. Knows no node; on the FX thread.
 */
public final class EditSession<T> {

  /** Reads the resource's changeable values. */
  @FunctionalInterface
  public interface Reader<T> {
    /**
     * Blocks.
     *
     * @throws lakebase.api.ApiException when the call fails
     */
    T read(PostgresApi api) throws InterruptedException;
  }

  /** Makes the change of one value into another. */
  @FunctionalInterface
  public interface ChangeMaker<T> {
    Change between(T before, T after);
  }

  /** What the foot says. */
  public record Status(Tone tone, String text) {}

  private static final Status NOTHING = new Status(Tone.PLAIN, "");

  private final UiContext context;
  private final Ref.OfResource ref;
  private final String title;
  private final EditModel<T> edit;
  private final FormModel form;
  private final Reader<T> reader;
  private final ChangeMaker<T> change;
  private final Submission submission;
  private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Status> status = new ReadOnlyObjectWrapper<>(NOTHING);
  private Runnable accepted = () -> {};
  private Consumer<FormField<?>> problem = _ -> {};
  private boolean waiting;
  private boolean complains;

  /** A session of that edit of a resource's changeable values. */
  public static <T extends Spec> EditSession<T> of(
      UiContext context,
      Ref.OfResource ref,
      String title,
      EditModel<T> edit,
      FormModel form,
      Reader<T> reader) {
    return new EditSession<>(
        context,
        ref,
        title,
        edit,
        form,
        reader,
        (before, after) -> Change.Update.between(edit.table(), ref.name(), before, after));
  }

  /**
   * A session of that edit.
   *
   * @param title what people call the resource
   * @param change makes what is sent
   */
  public EditSession(
      UiContext context,
      Ref.OfResource ref,
      String title,
      EditModel<T> edit,
      FormModel form,
      Reader<T> reader,
      ChangeMaker<T> change) {
    this.context = context;
    this.ref = ref;
    this.title = title;
    this.edit = edit;
    this.form = form;
    this.reader = reader;
    this.change = change;
    this.submission = new Submission(context, ref.workspace(), form);
    form.onEntered(this::entered);
    edit.stateProperty().subscribe(_ -> entered());
  }

  /** The edit. */
  public EditModel<T> edit() {
    return edit;
  }

  /** What sends it. */
  public Submission submission() {
    return submission;
  }

  /** What the foot says. */
  public ReadOnlyObjectProperty<Status> statusProperty() {
    return status.getReadOnlyProperty();
  }

  /** Whether the resource is being read. */
  public ReadOnlyBooleanProperty readingProperty() {
    return reading.getReadOnlyProperty();
  }

  /** What is called when the service has accepted the change. */
  public void whenAccepted(Runnable action) {
    accepted = action;
  }

  /** What is called with the first field that is wrong, when it shall be saved. */
  public void whenProblem(Consumer<FormField<?>> action) {
    problem = action;
  }

  /** The change as it would be sent now. */
  public Change change() {
    return change.between(edit.base(), edit.edited());
  }

  /** Reads the resource for the first time. */
  public void start() {
    read(() -> {});
  }

  /** Checks, reads again, and sends; says why not where it does not. */
  public void save() {
    if (waiting || submission.busyProperty().get()) {
      return;
    }
    submission.clear();
    if (canGoOn()) {
      waiting = true;
      read(this::sendIfStillGood);
    }
  }

  private void sendIfStillGood() {
    waiting = false;
    if (canGoOn()) {
      submission.send(change(), title, accepted, problem);
    }
  }

  private boolean canGoOn() {
    var wrong = form.validate();
    if (wrong.isPresent()) {
      complain(Tone.WARNING, "edit.status.problem");
      problem.accept(wrong.get());
    } else if (edit.changes().isEmpty()) {
      complain(Tone.PLAIN, "edit.status.nothing");
    } else if (edit.isUndecided()) {
      complain(Tone.WARNING, "edit.status.conflict", undecided());
    } else {
      return true;
    }
    return false;
  }

  private void read(Runnable then) {
    reading.set(true);
    context
        .runner()
        .run(
            () -> reader.read(context.workspaces().api(ref.workspace())),
            outcome -> {
              reading.set(false);
              switch (outcome) {
                case Outcome.Success<T>(T theirs) -> {
                  edit.readAgain(theirs);
                  sayWhatWasRead(context.clock().instant());
                  then.run();
                }
                case Outcome.Failure<T>(ApiFailure failure) -> {
                  waiting = false;
                  submission.failedToRead(title, failure);
                }
              }
            });
  }

  private void sayWhatWasRead(Instant at) {
    String time = context.formats().time(at);
    int taken = edit.state().takenOver().size();
    if (edit.isUndecided()) {
      complain(Tone.WARNING, "edit.status.conflict", undecided());
    } else if (taken > 0) {
      say(Tone.PLAIN, "edit.status.taken", time, taken);
    } else {
      say(Tone.GOOD, "edit.status.same", time);
    }
  }

  /** What stood in the way of saving may be gone by what was entered or decided. */
  private void entered() {
    if (!complains) {
      return;
    }
    if (edit.isUndecided()) {
      complain(Tone.WARNING, "edit.status.conflict", undecided());
    } else {
      complains = false;
      status.set(NOTHING);
    }
  }

  private long undecided() {
    return edit.state().conflicts().stream().filter(one -> !one.isDecided()).count();
  }

  private void complain(Tone tone, String key, Object... values) {
    say(tone, key, values);
    complains = true;
  }

  private void say(Tone tone, String key, Object... values) {
    complains = false;
    status.set(new Status(tone, context.texts().get(key, values)));
  }
}
