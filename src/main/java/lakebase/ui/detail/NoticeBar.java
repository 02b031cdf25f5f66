package lakebase.ui.detail;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/** The lines above a page that concern all of it. */
final class NoticeBar extends VBox {

  private List<Notice> shown = List.of();

  NoticeBar() {
    getStyleClass().add("notices");
    setVisible(false);
    setManaged(false);
  }

  void show(List<Notice> notices) {
    if (notices.equals(shown)) {
      return;
    }
    shown = notices;
    getChildren().setAll(notices.stream().map(NoticeBar::line).toList());
    setVisible(!notices.isEmpty());
    setManaged(!notices.isEmpty());
  }

  private static HBox line(Notice notice) {
    Label text = Nodes.label(notice.text(), "notice-text");
    text.setGraphic(
        Nodes.icon(
            notice.tone() == Tone.NEUTRAL || notice.tone() == Tone.ACCENT
                ? MaterialDesignI.INFORMATION_OUTLINE
                : MaterialDesignA.ALERT_OUTLINE,
            notice.tone().stateClass()));
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox line = new HBox(text);
    line.setId(notice.id());
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().addAll("notice", "notice-" + notice.tone().stateClass());
    Command action = notice.action();
    if (action != null) {
      line.getChildren().add(Nodes.button(action, "small"));
    }
    return line;
  }
}
