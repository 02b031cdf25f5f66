package lakebase.ui.delete;

import java.util.Optional;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import lakebase.model.ResourceName;
import lakebase.state.Ref;
import lakebase.ui.Texts;
import lakebase.ui.UiContext;
import lakebase.ui.dialog.DialogFrame;
import lakebase.ui.dialog.DialogHost;
import lakebase.ui.dialog.Places;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;

/** Explains why something cannot be deleted, and opens what lifts it. */
final class RefusalDialog {

  private final DialogHost host;
  private final DialogFrame frame;

  RefusalDialog(UiContext context, DialogHost host, Ref.OfResource ref, Verdict.Refused refused) {
    this.host = host;
    Texts texts = context.texts();
    frame =
        new DialogFrame(
            texts,
            MaterialDesignD.DELETE_OFF_OUTLINE,
            texts.get("delete.refused." + ref.name().kind()),
            "",
            DialogFrame.Width.NARROW);
    Label subject = line(ref.name().toString());
    subject.getStyleClass().add("mono");
    Label reason = line(refused.reason());
    reason.setId("refused-reason");
    VBox body = new VBox(subject, reason, line(refused.advice()));
    body.getStyleClass().add("confirm-body");
    frame.setBody(body);
    frame.setFirstFocus(frame.addCancelButton(texts.get("dialog.close")));
    Optional<ResourceName> lift = refused.lift();
    lift.ifPresent(name -> {
      Ref.OfResource other = ref.sibling(name);
      Hyperlink link = new Hyperlink(texts.get("delete.lift.edit", Places.title(context, other)));
      link.setId("refused-lift");
      link.getStyleClass().add("link");
      link.setOnAction(_ -> {
        frame.close();
        context.intents().edit(other);
      });
      body.getChildren().add(link);
    });
  }

  void open() {
    host.open(frame);
  }

  private static Label line(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    return label;
  }
}
