package lakebase.ui.tree;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.control.skin.TreeCellSkin;
import lakebase.state.WorkspaceColour;
import lakebase.ui.WorkspaceWords;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** A row: icon, name, muted detail, badges, and the state at the right end. */
final class RowCell extends TreeCell<TreeRow> {

  private static final double INDENT_EM = 1.31;

  private static final int BADGES = 2;
  private static final PseudoClass PILL = PseudoClass.getPseudoClass("pill");
  private static final Map<RowLook.Style, PseudoClass> STYLES = states(RowLook.Style.class);
  private static final Map<RowLook.Tone, PseudoClass> TONES = states(RowLook.Tone.class);
  private static final Map<WorkspaceColour, PseudoClass> COLOURS = colours();

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
  private @Nullable WorkspaceColour colour;
  private @Nullable TreeRow filled;
  private RowLook filledLook = RowLook.EMPTY;

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
    fill(RowLook.EMPTY);
    // As wide as the tree, never wider: a long name is cut short, and whole in the tooltip.
    setPrefWidth(0);
    getStyleClass().add("tree-row");
    // There from the start, and hidden while there is no row: a line that is put in later is styled
    // then, for a whole screen of rows at once, just when the first of them have arrived.
    setGraphic(line);
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
    TreeRow now = empty ? null : row;
    line.setVisible(now != null);
    mark(now == null ? null : words.colour(now));
    if (now == null) {
      spoken("");
      style(RowLook.Style.PLAIN);
    } else {
      RowLook look = look(now);
      spoken(look.spoken());
      style(look.style());
    }
  }

  /** A view empties its cells and fills them again with the same, so that is worth to be quick. */
  private RowLook look(TreeRow row) {
    if (!row.equals(filled)) {
      filled = row;
      filledLook = words.look(row);
      fill(filledLook);
    }
    return filledLook;
  }

  private void mark(@Nullable WorkspaceColour now) {
    if (now != colour) {
      colour = now;
      COLOURS.forEach((each, state) -> pseudoClassStateChanged(state, each == now));
    }
  }

  private void fill(RowLook look) {
    show(icon, look.icon(), null);
    name.setText(look.name());
    detail.setText(look.detail());
    line.show(detail, !look.detail().isEmpty());
    for (int i = 0; i < BADGES; i++) {
      RowLook.Mark badge = i < look.badges().size() ? look.badges().get(i) : null;
      show(badges.get(i), badge == null ? null : badge.icon(), badge);
    }
    showState(look.state());
  }

  private void spoken(String text) {
    setAccessibleText(text);
    tooltip.setText(text);
    setTooltip(text.isEmpty() ? null : tooltip);
  }

  private void style(RowLook.Style style) {
    STYLES.forEach((each, state) -> pseudoClassStateChanged(state, each == style));
  }

  private void showState(RowLook.@Nullable Mark mark) {
    line.show(state, mark != null);
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

  private void show(FontIcon node, @Nullable Ikon shape, RowLook.@Nullable Mark mark) {
    line.show(node, shape != null);
    if (shape != null) {
      node.setIconCode(shape);
    }
    tone(node, mark);
  }

  private static void tone(Node node, RowLook.@Nullable Mark mark) {
    TONES.forEach(
        (each, state) -> node.pseudoClassStateChanged(state, mark != null && mark.tone() == each));
  }

  private static Map<WorkspaceColour, PseudoClass> colours() {
    Map<WorkspaceColour, PseudoClass> colours = new EnumMap<>(WorkspaceColour.class);
    for (WorkspaceColour each : WorkspaceColour.values()) {
      colours.put(each, PseudoClass.getPseudoClass(WorkspaceWords.styleClass(each)));
    }
    return Collections.unmodifiableMap(colours);
  }

  private static <E extends Enum<E>> Map<E, PseudoClass> states(Class<E> type) {
    Map<E, PseudoClass> states = new EnumMap<>(type);
    for (E each : type.getEnumConstants()) {
      states.put(each, PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT)));
    }
    return Collections.unmodifiableMap(states);
  }
}
