package lakebase.ui.workspace;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import lakebase.auth.Account;
import lakebase.auth.ConnectionTest.Step;
import lakebase.auth.SecretKeeper;
import lakebase.auth.Session;
import lakebase.auth.SignIns;
import lakebase.model.SignIn;
import lakebase.task.Call;
import lakebase.task.Job;
import lakebase.task.Outcome;
import lakebase.ui.Asked;
import lakebase.ui.FailureText;
import lakebase.ui.UiContext;
import org.jspecify.annotations.Nullable;

/** Tries the way to a workspace, a step at a time. Knows no node; on the FX thread. */
final class WorkspaceTrial {

  /** How far a step is. */
  enum State {
    WAITING,
    RUNNING,
    PASSED,
    FAILED
  }

  /**
   * A step as it is shown.
   *
   * @param found what was found out; empty unless it passed
   * @param took how long it took; zero until it has ended
   * @param failure why it failed; absent unless it did
   */
  record Row(Step step, State state, String found, Duration took, @Nullable FailureText failure) {

    static Row waiting(Step step) {
      return new Row(step, State.WAITING, "", Duration.ZERO, null);
    }
  }

  private final UiContext context;
  private final WorkspaceTools tools;
  private final ObservableList<Row> rows = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private Job job = () -> {};
  private int calls;
  private @Nullable Session session;
  private @Nullable Instant deadline;

  WorkspaceTrial(UiContext context, WorkspaceTools tools) {
    this.context = context;
    this.tools = tools;
  }

  /** The steps; empty before the first try. */
  ObservableList<Row> rows() {
    return rows;
  }

  /** Whether a try is under way. */
  ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Whether the last try succeeded in every step. */
  boolean isPassed() {
    return !rows.isEmpty() && rows.stream().allMatch(row -> row.state() == State.PASSED);
  }

  /** How long the person still has in the browser; empty when nobody is waited for. */
  Optional<Duration> left() {
    return Optional.ofNullable(deadline)
        .map(end -> Duration.between(context.clock().instant(), end))
        .map(left -> left.isNegative() ? Duration.ZERO : left);
  }

  /**
   * Tries; an earlier try ends.
   *
   * @param secrets what signs in, and takes what signing in gives
   * @param prepare called first, and may block
   */
  void start(Account account, SecretKeeper secrets, Runnable prepare) {
    cancel();
    running.set(true);
    List<Step> steps = Step.to(account.host());
    rows.setAll(steps.stream().map(Row::waiting).toList());
    call(
        () -> {
          prepare.run();
          return tools.signIns().apply(secrets).open(account);
        },
        outcome -> {
          if (outcome instanceof Outcome.Success<Session>(Session opened)) {
            session = opened;
            take(account, opened, 0);
          } else {
            end();
          }
        });
  }

  /** Ends the try that is under way; the steps that were taken stay shown. */
  void cancel() {
    if (running.get()) {
      job.cancel();
      deadline = null;
      rows.replaceAll(row -> row.state() == State.RUNNING ? Row.waiting(row.step()) : row);
      end();
    }
  }

  private void take(Account account, Session with, int index) {
    if (index == rows.size()) {
      end();
      return;
    }
    Step step = rows.get(index).step();
    boolean asks = step == Step.SIGN_IN && account.signIn() instanceof SignIn.Browser;
    deadline = asks ? context.clock().instant().plus(SignIns.TO_DECIDE) : null;
    rows.set(index, new Row(step, State.RUNNING, "", Duration.ZERO, null));
    long from = System.nanoTime();
    call(
        () -> tools.way().take(step, account, with),
        outcome -> {
          deadline = null;
          Duration took = Duration.ofNanos(System.nanoTime() - from);
          switch (outcome) {
            case Outcome.Success<String>(String found) -> {
              rows.set(index, new Row(step, State.PASSED, found, took, null));
              take(account, with, index + 1);
            }
            case Outcome.Failure<String>(var failure) -> {
              FailureText why =
                  FailureText.of(
                      context.texts(),
                      context.formats(),
                      failure,
                      Asked.read(context.texts(), account.host().getHost()),
                      context.clock().instant());
              rows.set(index, new Row(step, State.FAILED, "", took, why));
              end();
            }
          }
        });
  }

  /** With a runner that is done at once, the next call is under way before this one is noted. */
  private <T> void call(Call<T> call, Consumer<Outcome<T>> onFx) {
    int mine = ++calls;
    Job started = context.runner().run(call, onFx);
    if (mine == calls) {
      job = started;
    }
  }

  private void end() {
    deadline = null;
    if (session != null) {
      session.close();
      session = null;
    }
    running.set(false);
  }
}
