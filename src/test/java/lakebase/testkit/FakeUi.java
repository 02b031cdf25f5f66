package lakebase.testkit;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import lakebase.api.ApiException;
import lakebase.api.PostgresApi;
import lakebase.model.ApiFailure;
import lakebase.model.Change;
import lakebase.model.Operation;
import lakebase.model.OperationName;
import lakebase.state.AppState;
import lakebase.state.Ref;
import lakebase.state.Store;
import lakebase.state.WorkspaceId;
import lakebase.task.Call;
import lakebase.task.Changes;
import lakebase.task.Inventories;
import lakebase.task.Job;
import lakebase.task.Outcome;
import lakebase.task.TaskRunner;
import lakebase.ui.Formats;
import lakebase.ui.Texts;
import lakebase.ui.UiContext;
import org.jspecify.annotations.Nullable;

/**
 * What a screen is built from, without a service: every call is recorded and answered at once, on
 * the caller's thread.
 */
public final class FakeUi {

  /** The records of what was asked for, in order, each as {@code method argument…}. */
  public final List<String> calls = new ArrayList<>();

  /** The changes that were submitted. */
  public final List<Change> submitted = new ArrayList<>();

  /** The store that screens watch. */
  public final Store store;

  /** What the screens get. */
  public final UiContext context;

  /** How a submitted change is answered; accepted unless a test says otherwise. */
  public Function<Change, Outcome<Operation>> answer = FakeUi::accept;

  /** The client of every workspace; absent until a test gives one. */
  public @Nullable PostgresApi api;

  /** English, on that state. */
  public FakeUi(AppState state) {
    this(state, Locale.ENGLISH);
  }

  /** In that language, on that state. */
  public FakeUi(AppState state, Locale locale) {
    store = new Store(state, Runnable::run);
    Texts texts = new Texts(locale);
    context =
        new UiContext(
            store,
            texts,
            new Formats(texts, Samples.CLOCK),
            new RecordedIntents(calls::add, store),
            new RecordedChanges(),
            new RecordedInventories(),
            new InlineRunner(),
            this::client,
            Samples.CLOCK);
  }

  /** Changes the state, on the FX thread. */
  public void update(UnaryOperator<AppState> change) {
    Fx.run(() -> store.update(change));
  }

  private PostgresApi client(WorkspaceId workspace) {
    return api == null ? tellsNothing(workspace) : api;
  }

  /** A client that does not tell what computes do, and must not be asked for anything else. */
  private static PostgresApi tellsNothing(WorkspaceId workspace) {
    return (PostgresApi)
        Proxy.newProxyInstance(
            FakeUi.class.getClassLoader(),
            new Class<?>[] {PostgresApi.class},
            (_, method, _) -> {
              if (method.getName().equals("computeActivity")) {
                throw new ApiException(
                    new ApiFailure.Unavailable(Samples.failure(501, "NOT_IMPLEMENTED", "no")));
              }
              throw new IllegalStateException("the test gave no client for " + workspace);
            });
  }

  private static Outcome<Operation> accept(Change change) {
    return new Outcome.Success<>(
        new Operation(
            new OperationName(change.subject() + "/operations/op-1"),
            null,
            new Operation.Outcome.Running()));
  }

  private final class RecordedChanges implements Changes {
    @Override
    public void submit(
        WorkspaceId workspace, Change change, String title, Consumer<Outcome<Operation>> accepted) {
      calls.add("submit " + change.getClass().getSimpleName() + " " + change.subject());
      submitted.add(change);
      accepted.accept(answer.apply(change));
    }

    @Override
    public void withdraw(long taskId) {
      calls.add("withdraw " + taskId);
    }

    @Override
    public void stopWatching(long taskId) {
      calls.add("stopWatching " + taskId);
    }

    @Override
    public void clearEnded() {
      calls.add("clearEnded");
      store.update(state ->
          state.withTasks(state.tasks().stream().filter(task -> task.isRunning()).toList()));
    }
  }

  private final class RecordedInventories implements Inventories {
    @Override
    public void load(Ref.OfWorkspace workspace) {
      calls.add("load " + workspace.workspace());
    }

    @Override
    public void open(Ref ref) {
      calls.add("open " + RecordedIntents.name(ref));
    }

    @Override
    public void refresh(Ref ref) {
      calls.add("refresh " + RecordedIntents.name(ref));
    }

    @Override
    public void readAccess(Ref.OfResource project) {
      calls.add("readAccess " + project.name());
    }

    @Override
    public void readContents(Ref.OfResource branch) {
      calls.add("readContents " + branch.name());
    }
  }

  /** Runs a call at once, on the caller's thread. */
  public static final class InlineRunner implements TaskRunner {
    @Override
    public <T> Job run(Call<T> call, Consumer<Outcome<T>> onFx) {
      try {
        onFx.accept(new Outcome.Success<>(call.call()));
      } catch (ApiException e) {
        onFx.accept(new Outcome.Failure<>(e.failure()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return () -> {};
    }
  }
}
