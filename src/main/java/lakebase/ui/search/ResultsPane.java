package lakebase.ui.search;

import java.util.List;
import java.util.Objects;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import lakebase.state.Ref;
import lakebase.ui.Texts;
import org.jspecify.annotations.Nullable;

/** The list of hits below the field, with a line on how far the search reached. */
final class ResultsPane extends VBox {

  private static final int SHOWN = 12;
  private static final double ROW = 28;

  private final Texts texts;
  private final ObservableList<HitRow> rows = FXCollections.observableArrayList();
  private final ListView<HitRow> list = new ListView<>(rows);
  private final Label none = new Label();
  private final Label status = new Label();

  ResultsPane(Texts texts, Runnable onChosen) {
    this.texts = texts;
    list.setId("search-results");
    list.setCellFactory(_ -> new HitCell(texts));
    list.setFixedCellSize(ROW);
    list.setFocusTraversable(false);
    list.setAccessibleText(texts.get("search.results"));
    list.setOnMouseClicked(_ -> onChosen.run());
    none.getStyleClass().add("search-none");
    none.setWrapText(true);
    status.setId("search-status");
    status.getStyleClass().add("search-status");
    status.setMaxWidth(Double.MAX_VALUE);
    getStyleClass().add("search-popup");
    getChildren().addAll(list, none, status);
  }

  /** Shows an answer; what was highlighted stays so, if it is still there. */
  void show(SearchModel.Answer answer) {
    Ref.OfResource kept = chosen();
    boolean first = list.getSelectionModel().getSelectedIndex() <= 0;
    List<HitRow> found =
        answer.hits().stream()
            .flatMap(hit -> HitRow.of(hit, answer.state(), answer.query(), texts).stream())
            .toList();
    if (!rows.equals(found)) {
      rows.setAll(found);
      highlight(first ? 0 : Math.max(0, indexOf(kept)));
    }
    boolean empty = found.isEmpty();
    list.setVisible(!empty);
    list.setManaged(!empty);
    list.setPrefHeight(ROW * Math.min(SHOWN, found.size()) + 2);
    none.setVisible(empty);
    none.setManaged(empty);
    none.setText(texts.get("search.none"));
    String reach = answer.isComplete() ? "search.reach" : "search.reach.loading";
    status.setText(texts.get(reach, answer.searched()));
  }

  /** What is highlighted. */
  Ref.@Nullable OfResource chosen() {
    HitRow row = list.getSelectionModel().getSelectedItem();
    return row == null ? null : row.ref();
  }

  /** The title of what is highlighted, or an empty text. */
  String title() {
    HitRow row = list.getSelectionModel().getSelectedItem();
    return row == null ? "" : row.title();
  }

  /** Highlights another hit, that far from the one that is. */
  void move(int by) {
    highlight(list.getSelectionModel().getSelectedIndex() + by);
  }

  /** How many hits a page has. */
  static int page() {
    return SHOWN - 1;
  }

  private void highlight(int index) {
    if (!rows.isEmpty()) {
      int held = Math.clamp(index, 0, rows.size() - 1);
      list.getSelectionModel().clearAndSelect(held);
      list.scrollTo(Math.max(0, held - SHOWN / 2));
    }
  }

  private int indexOf(Ref.@Nullable OfResource ref) {
    for (int i = 0; i < rows.size(); i++) {
      if (Objects.equals(rows.get(i).ref(), ref)) {
        return i;
      }
    }
    return -1;
  }
}
