package lakebase.ui.dialog;

import java.util.function.Consumer;
import lakebase.api.PostgresApi;
import lakebase.model.ApiFailure;
import lakebase.state.Ref;
import lakebase.task.Outcome;
import lakebase.ui.Asked;
import lakebase.ui.FailureText;
import lakebase.ui.UiContext;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/** Gets a resource for a dialog: from the store at once, else from the service. */
public final class KnownOrRead {

  /** Reads the resource. */
  @FunctionalInterface
  public interface Reader<R> {
    /**
     * Blocks.
     *
     * @throws lakebase.api.ApiException when the call fails
     */
    R read(PostgresApi api) throws InterruptedException;
  }

  private KnownOrRead() {}

  /** Goes on with the resource; where it cannot be read, a dialog says why. */
  public static <R> void then(
      UiContext context,
      DialogHost host,
      Ref.OfResource ref,
      Class<R> type,
      Reader<R> reader,
      Consumer<R> next) {
    context
        .store()
        .state()
        .find(ref)
        .filter(type::isInstance)
        .map(type::cast)
        .ifPresentOrElse(next, () -> read(context, host, ref, reader, next));
  }

  /** Reads it in any case, and goes on with it; where it cannot be read, a dialog says why. */
  public static <R> void read(
      UiContext context, DialogHost host, Ref.OfResource ref, Reader<R> reader, Consumer<R> next) {
    context
        .runner()
        .run(
            () -> reader.read(context.workspaces().api(ref.workspace())),
            outcome -> {
              switch (outcome) {
                case Outcome.Success<R>(R found) -> next.accept(found);
                case Outcome.Failure<R>(ApiFailure failure) -> explain(context, host, ref, failure);
              }
            });
  }

  private static void explain(
      UiContext context, DialogHost host, Ref.OfResource ref, ApiFailure failure) {
    DialogFrame frame =
        new DialogFrame(
            context.texts(),
            MaterialDesignA.ALERT_CIRCLE_OUTLINE,
            Places.title(context, ref),
            Places.above(context, ref),
            DialogFrame.Width.NARROW);
    frame.addCancelButton(context.texts().get("dialog.close"));
    frame.showTrouble(
        Trouble.of(
            FailureText.of(
                context.texts(),
                context.formats(),
                failure,
                Asked.read(context.texts(), Places.title(context, ref)),
                context.clock().instant())));
    host.open(frame);
  }
}
