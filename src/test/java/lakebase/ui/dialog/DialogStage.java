package lakebase.ui.dialog;

import java.util.Locale;
import java.util.function.Function;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import lakebase.model.Resource;
import lakebase.model.ResourceName;
import lakebase.state.Ref;
import lakebase.state.Settings;
import lakebase.testkit.FakeUi;
import lakebase.testkit.Fx;
import lakebase.testkit.Samples;

/** A window with nothing but a button and the dialogs above it. */
public final class DialogStage {

  public final FakeUi ui;
  public final ModalDialogHost host;
  public final Scene scene;

  /** Shows it at the smallest size that the console promises. */
  public DialogStage(Locale locale, Settings.Theme theme) {
    ui = new FakeUi(Samples.state(), locale);
    host = Fx.call(ModalDialogHost::new);
    Button behind = Fx.call(() -> new Button("behind"));
    Fx.run(() -> behind.setId("behind"));
    scene = Fx.show(Fx.call(() -> new StackPane(behind, host)), theme, 1000, 700).getScene();
    Fx.run(behind::requestFocus);
  }

  /** English and light. */
  public static DialogStage english() {
    return new DialogStage(Locale.ENGLISH, Settings.Theme.LIGHT);
  }

  /** The service answers with the sample's resource, changed like this. */
  public <R extends Resource> void serves(Class<R> type, ResourceName name, Function<R, R> change) {
    ui.api = StaleApi.answering(() -> change.apply(type.cast(Samples.resource(name))));
  }

  /** A reference into the sample's workspace. */
  public static Ref.OfResource ref(ResourceName name) {
    return Ref.of(Samples.LOCAL, name);
  }
}
