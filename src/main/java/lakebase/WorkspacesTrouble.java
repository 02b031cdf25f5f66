package lakebase;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import lakebase.disk.WorkspacesFile;
import lakebase.ui.Texts;
import lakebase.ui.dialog.DialogFrame;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/** Says at the start what of the workspaces' file could not be read, and where it is kept. */
final class WorkspacesTrouble {

  private WorkspacesTrouble() {}

  static DialogFrame of(Texts texts, WorkspacesFile.Content content) {
    DialogFrame frame =
        new DialogFrame(
            texts,
            MaterialDesignA.ALERT_CIRCLE_OUTLINE,
            texts.get("workspaces.trouble.title"),
            "",
            DialogFrame.Width.NARROW);
    List<String> lines = new ArrayList<>();
    content.aside().ifPresent(path -> lines.add(texts.get("workspaces.trouble.aside", path)));
    if (content.strange() > 0) {
      lines.add(texts.get("workspaces.trouble.strange", content.strange()));
    }
    VBox body = new VBox();
    body.setId("workspaces-trouble");
    body.getStyleClass().add("confirm-body");
    lines.forEach(line -> body.getChildren().add(label(line)));
    frame.setBody(body);
    frame.setFirstFocus(frame.addCancelButton(texts.get("dialog.close")));
    return frame;
  }

  private static Label label(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    return label;
  }
}
