package lakebase.ui.tree;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.control.skin.TreeCellSkin;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** A row: icon, name, muted detail, badges, and the state at the right end. */
final class RowCell extends TreeCell<TreeRow> {

  private static final double INDENT_EM = 1.31;

  private static final int BADGES = 2;
  private static final PseudoClass PILL = PseudoClass.getPseudoClass("pill");

  private final RowWords words;
  private final FontIcon icon = new FontIcon(MaterialDesignC.CIRCLE);
  private final Label name = new Label();
  private final Label detail = new Label();
  private final List<FontIcon> badges =
      Stream.generate(() -> new FontIcon(MaterialDesignC.CIRCLE)).limit(BADGES).toList();
  private final FontIcon shape = new FontIcon(MaterialDesignC.CIRCLE);
  private final Label state = new Label();
  private final RowLine line;
  private final Tooltip tooltip = new Tooltip();

  RowCell(RowWords words) {
    this.words = words;
    icon.getStyleClass().addAll("row-icon", "icon-small");
    name.getStyleClass().add("row-name");
    detail.getStyleClass().add("row-detail");
    shape.getStyleClass().addAll("row-shape", "icon-small");
    state.getStyleClass().add("row-state");
    for (FontIcon badge : badges) {
      badge.getStyleClass().addAll("row-badge", "icon-small");
    }
    line = new RowLine(icon, name, detail, badges, state);
    // As wide as the tree, never wider: a long name is cut short, and whole in the tooltip.
    setPrefWidth(0);
    getStyleClass().add("tree-row");
    skinProperty().subscribe(this::indent);
    fontProperty().subscribe(this::indent);
  }

  /**
   * Not by CSS: a skin that is made after its cell was styled keeps the default of 10 pixels, and
   * rows of one level then stand at two places.
   */
  private void indent() {
    if (getSkin() instanceof TreeCellSkin<?> skin) {
      skin.setIndent(INDENT_EM * getFont().getSize());
    }
  }

  @Override
  protected void updateItem(@Nullable TreeRow row, boolean empty) {
    super.updateItem(row, empty);
    RowLook look = row == null || empty ? RowLook.EMPTY : words.look(row);
    setText(null);
    setGraphic(row == null || empty ? null : line);
    show(icon, look.icon(), null);
    name.setText(look.name());
    detail.setText(look.detail());
    shown(detail, !look.detail().isEmpty());
    for (int i = 0; i < BADGES; i++) {
      RowLook.Mark badge = i < look.badges().size() ? look.badges().get(i) : null;
      show(badges.get(i), badge == null ? null : badge.icon(), badge);
    }
    showState(look.state());
    for (RowLook.Style style : RowLook.Style.values()) {
      pseudoClassStateChanged(pseudoClass(style), style == look.style() && row != null && !empty);
    }
    setAccessibleText(look.spoken());
    tooltip.setText(look.spoken());
    setTooltip(look.spoken().isEmpty() ? null : tooltip);
  }

  private void showState(RowLook.@Nullable Mark mark) {
    shown(state, mark != null);
    state.setText(mark == null ? "" : mark.word());
    Ikon kind = mark == null ? null : mark.icon();
    if (kind != null) {
      shape.setIconCode(kind);
    }
    // Taken out, not hidden: a label does not look again at a graphic that was unmanaged.
    state.setGraphic(kind == null ? null : shape);
    tone(shape, mark);
    tone(state, mark);
    state.pseudoClassStateChanged(PILL, mark != null && mark.icon() == null);
  }

  private static void show(FontIcon node, @Nullable Ikon shape, RowLook.@Nullable Mark mark) {
    shown(node, shape != null);
    if (shape != null) {
      node.setIconCode(shape);
    }
    tone(node, mark);
  }

  private static void tone(Node node, RowLook.@Nullable Mark mark) {
    for (RowLook.Tone tone : RowLook.Tone.values()) {
      node.pseudoClassStateChanged(pseudoClass(tone), mark != null && mark.tone() == tone);
    }
  }

  private static void shown(Node node, boolean value) {
    node.setVisible(value);
    node.setManaged(value);
  }

  private static PseudoClass pseudoClass(Enum<?> constant) {
    return PseudoClass.getPseudoClass(constant.name().toLowerCase(Locale.ROOT));
  }
}
