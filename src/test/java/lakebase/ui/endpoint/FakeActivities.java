package lakebase.ui.endpoint;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import lakebase.api.PostgresApi;
import lakebase.model.ComputeActivity;
import lakebase.task.Call;
import lakebase.task.Job;
import lakebase.task.Outcome;
import lakebase.task.TaskRunner;
import lakebase.testkit.FakeUi;
import lakebase.ui.UiContext;

/** A service that tells what computes do and nothing else, when the test lets it. */
final class FakeActivities implements TaskRunner {

  /** The computes that were asked for, in order. */
  final List<Object> asked = new ArrayList<>();

  /** How often a reading was given up. */
  int cancelled;

  Supplier<ComputeActivity> answer;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private boolean holds;

  FakeActivities(Supplier<ComputeActivity> answer) {
    this.answer = answer;
  }

  /** From now on answers only when {@link #deliver} is called. */
  void hold() {
    holds = true;
  }

  void deliver() {
    waiting.remove().run();
  }

  PostgresApi api() {
    return (PostgresApi)
        Proxy.newProxyInstance(
            FakeActivities.class.getClassLoader(),
            new Class<?>[] {PostgresApi.class},
            (_, method, arguments) -> {
              if (!method.getName().equals("computeActivity")) {
                throw new UnsupportedOperationException(method.getName());
              }
              asked.add(arguments[0]);
              return answer.get();
            });
  }

  @Override
  public <T> Job run(Call<T> call, Consumer<Outcome<T>> onFx) {
    boolean[] ended = {false};
    Runnable work =
        () -> {
          if (!ended[0]) {
            new FakeUi.InlineRunner().run(call, onFx);
          }
        };
    if (holds) {
      waiting.add(work);
    } else {
      work.run();
    }
    return () -> {
      ended[0] = true;
      cancelled++;
    };
  }

  /** The fake's context with this as service and runner. */
  UiContext on(FakeUi fake) {
    fake.api = api();
    UiContext context = fake.context;
    Clock clock = context.clock();
    return new UiContext(
        context.store(),
        context.texts(),
        context.formats(),
        context.intents(),
        context.changes(),
        context.inventories(),
        this,
        context.workspaces(),
        clock);
  }
}
