package lakebase.ui.detail;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lakebase.ui.UiContext;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;

/** The top of a page: the way to it, its title and states, what can be done. */
final class HeaderView extends VBox {

  /** Narrower than this at a scale of 100 %, the badges stand below the title. */
  private static final double NARROW = 760;

  /** Narrower than this, what can be done stands below, too. */
  private static final double CRAMPED = 480;

  /** From this many characters on, a step of the way may be cut. */
  private static final int LONG_CRUMB = 24;

  private final UiContext context;
  private final HBox crumbs = row("breadcrumb");
  private final HBox top = row("detail-top");
  private final HBox title = row("detail-title-row");
  private final HBox badges = row("detail-badges");
  private final HBox commands = row("detail-commands");
  private final HBox name = row("detail-name-row");
  private @Nullable Heading heading;
  private @Nullable Commands shownCommands;
  private Fit fit = Fit.WIDE;

  private enum Fit {
    WIDE,
    NARROW,
    CRAMPED
  }

  HeaderView(UiContext context) {
    this.context = context;
    getStyleClass().add("detail-header");
    commands.setMinWidth(Region.USE_PREF_SIZE);
    badges.setMinWidth(Region.USE_PREF_SIZE);
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMinWidth(0);
    top.getChildren().addAll(title, commands);
    getChildren().addAll(crumbs, top, name);
    widthProperty().addListener(_ -> fit());
  }

  void show(Heading now, Commands can) {
    if (!now.equals(heading)) {
      heading = now;
      shownCommands = null;
      showCrumbs(now.crumbs());
      showTitle(now);
      showName(now);
    }
    showCommands(can);
  }

  private void showCrumbs(List<Crumb> way) {
    crumbs.getChildren().clear();
    for (int at = 0; at < way.size(); at++) {
      Crumb crumb = way.get(at);
      if (at > 0) {
        crumbs.getChildren().add(Nodes.icon(MaterialDesignC.CHEVRON_RIGHT, "muted", "icon-small"));
      }
      Hyperlink link = new Hyperlink(crumb.text());
      link.setId("crumb-" + at);
      link.getStyleClass().addAll("link", "crumb");
      link.setMinWidth(crumb.text().length() > LONG_CRUMB ? 60 : Region.USE_PREF_SIZE);
      link.setOnAction(_ -> context.intents().select(crumb.target()));
      Hover.showsAll(link);
      crumbs.getChildren().add(link);
    }
  }

  private void showTitle(Heading now) {
    Label text = Nodes.label(now.title(), "detail-title");
    text.setId("detail-title");
    text.setMinWidth(60);
    Hover.showsAll(text);
    title.getChildren().setAll(Nodes.icon(now.icon(), "detail-icon", "icon-large"), text);
    if (!now.subtitle().isEmpty()) {
      Label beside = Nodes.label(now.subtitle(), "detail-subtitle", "muted");
      beside.setMinWidth(0);
      Hover.showsAll(beside);
      title.getChildren().add(beside);
    }
    badges.getChildren().setAll(now.badges().stream().<Node>map(Nodes::badge).toList());
    place();
  }

  private void fit() {
    double width = getWidth() * 100 / context.store().state().settings().scalePercent();
    Fit now = width < CRAMPED ? Fit.CRAMPED : width < NARROW ? Fit.NARROW : Fit.WIDE;
    if (getWidth() > 0 && now != fit) {
      fit = now;
      place();
    }
  }

  private void place() {
    title.getChildren().remove(badges);
    top.getChildren().remove(commands);
    getChildren().removeAll(badges, commands);
    if (fit == Fit.CRAMPED) {
      getChildren().add(commands);
    } else {
      top.getChildren().add(commands);
    }
    if (badges.getChildren().isEmpty()) {
      return;
    }
    if (fit == Fit.WIDE) {
      title.getChildren().add(badges);
    } else {
      getChildren().add(2, badges);
    }
  }

  private void showName(Heading now) {
    name.getChildren().clear();
    if (!now.name().isEmpty()) {
      Label full = Nodes.label(now.name(), "mono", "muted", "detail-name");
      full.setId("detail-name");
      full.setMinWidth(40);
      Hover.showsAll(full);
      String words = context.texts().get("detail.copyName");
      name.getChildren()
          .addAll(
              full,
              Nodes.iconButton(
                  "copy-resource-name",
                  MaterialDesignC.CONTENT_COPY,
                  words,
                  () -> context.intents().copy(now.name())));
    }
    if (!now.summary().isEmpty()) {
      Label summary = Nodes.label(now.summary(), "detail-summary", "muted");
      summary.setId("detail-summary");
      summary.setMinWidth(0);
      Hover.showsAll(summary);
      name.getChildren().add(summary);
    }
    boolean any = !name.getChildren().isEmpty();
    name.setVisible(any);
    name.setManaged(any);
  }

  private void showCommands(Commands can) {
    if (can.equals(shownCommands)) {
      return;
    }
    shownCommands = can;
    String focused = focusedCommand();
    commands.getChildren().clear();
    if (can.primary() != null) {
      commands.getChildren().add(Nodes.button(can.primary(), "accent"));
    }
    if (can.edit() != null) {
      commands.getChildren().add(Nodes.button(can.edit()));
    }
    if (!can.more().isEmpty()) {
      commands.getChildren().add(more(can.more()));
    }
    if (focused != null) {
      focus(focused);
    }
  }

  /** The command that has the focus; null where none has. */
  private @Nullable String focusedCommand() {
    return commands.isFocusWithin() && getScene() != null
        ? getScene().getFocusOwner().getId()
        : null;
  }

  /** Keeps the focus at a command that was made anew, or near it where it cannot be given now. */
  private void focus(String id) {
    Node again = commands.lookup("#" + id);
    Node near = again == null || again.isDisabled() ? commands.lookup("#detail-more") : again;
    if (near != null) {
      near.requestFocus();
    }
  }

  private MenuButton more(List<Command> rest) {
    MenuButton menu = new MenuButton("", Nodes.icon(MaterialDesignD.DOTS_HORIZONTAL));
    menu.setId("detail-more");
    menu.getStyleClass().addAll("no-arrow", "icon-button");
    String words = context.texts().get("detail.more");
    menu.setAccessibleText(words);
    menu.setTooltip(new Tooltip(words));
    rest.forEach(command -> menu.getItems().add(item(command)));
    return menu;
  }

  /**
   * The item says itself why it is disabled: a menu has no tooltips. Its key is printed only; as an
   * accelerator it would take the window's own from the scene.
   */
  static MenuItem item(Command command) {
    String name = command.key().isEmpty() ? "" : " (" + command.key() + ")";
    String why = command.isPossible() ? "" : " – " + command.obstacle();
    MenuItem item = new MenuItem(command.text() + name + why, Nodes.icon(command.icon()));
    item.setId(command.id());
    item.setMnemonicParsing(false);
    item.setDisable(!command.isPossible());
    item.setOnAction(_ -> command.fire());
    return item;
  }

  private static HBox row(String styleClass) {
    HBox box = new HBox();
    box.setAlignment(Pos.CENTER_LEFT);
    box.getStyleClass().add(styleClass);
    return box;
  }
}
