package lakebase.task;

import java.util.function.Consumer;

/** Makes each call at once, on the calling thread, and delivers its outcome before it returns. */
public final class InlineTaskRunner implements TaskRunner {

  @Override
  public <T> Job run(Call<T> call, Consumer<Outcome<T>> onFx) {
    Outcome<T> outcome = VirtualTaskRunner.outcome(call);
    if (outcome != null) {
      onFx.accept(outcome);
    }
    return () -> {};
  }
}
