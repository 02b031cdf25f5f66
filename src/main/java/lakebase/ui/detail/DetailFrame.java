package lakebase.ui.detail;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lakebase.ui.UiContext;
import org.jspecify.annotations.Nullable;

/**
 * The frame of a detail page: header, notices, and tabs whose content is made when they are first
 * opened. Shows a {@link Page} again whenever it is given one; what did not change is not touched.
 */
public final class DetailFrame<C> extends VBox {

  private final UiContext context;
  private final Runnable retry;
  private final HeaderView header;
  private final NoticeBar notices = new NoticeBar();
  private final TabPane tabs = new TabPane();
  private final StackPane body = new StackPane();
  private final List<LazySection> sections = new ArrayList<>();
  private @Nullable Page<C> shown;

  /** A frame without tabs; {@code retry} reads again what could not be read. */
  public DetailFrame(UiContext context, Runnable retry) {
    this.context = context;
    this.retry = retry;
    this.header = new HeaderView(context);
    getStyleClass().add("detail");
    tabs.getStyleClass().add("detail-tabs");
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    VBox.setVgrow(body, Priority.ALWAYS);
    body.setMinHeight(0);
    getChildren().addAll(header, notices, body);
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  /** Adds a tab whose content scrolls by itself. */
  public DetailFrame<C> tab(String id, Supplier<Section<C>> make) {
    LazySection section = new LazySection(id, make, false);
    sections.add(section);
    tabs.getTabs().add(section.tab);
    return this;
  }

  /** Adds a tab that scrolls where its content is higher. */
  public DetailFrame<C> scrollingTab(String id, Supplier<Section<C>> make) {
    LazySection section = new LazySection(id, make, true);
    sections.add(section);
    tabs.getTabs().add(section.tab);
    return this;
  }

  /** Shows that page. */
  public void show(Page<C> page) {
    Page<C> before = shown;
    if (before != null && !before.heading().name().equals(page.heading().name())) {
      notices.show(List.of());
      sections.forEach(LazySection::toTop);
    }
    shown = page;
    header.show(page.heading(), page.commands());
    notices.show(page.notices());
    if (before == null || !before.body().equals(page.body())) {
      showBody(page.body());
    }
  }

  private void showBody(Page.Body<C> now) {
    switch (now) {
      case Page.Body.Known<C>(var content) -> {
        show(tabs);
        sections.forEach(section -> section.show(content));
      }
      case Page.Body.Waiting<C>(var text) -> show(new Skeleton(text));
      case Page.Body.Missing<C>(var text) -> {
        Label missing = Nodes.label(text, "muted", "detail-missing");
        missing.setId("detail-missing");
        missing.setWrapText(true);
        show(missing);
      }
      case Page.Body.Failed<C>(var failure) ->
          show(new VBox(new FailureCard(context.texts(), failure, context.intents()::copy, retry)));
    }
  }

  private void show(Node node) {
    if (body.getChildren().isEmpty() || !body.getChildren().getFirst().equals(node)) {
      if (!node.equals(tabs)) {
        node.getStyleClass().add("detail-body");
      }
      body.getChildren().setAll(node);
    }
  }

  private void pressed(KeyEvent event) {
    Page<C> page = shown;
    if (event.getCode() == KeyCode.F2 && page != null) {
      Command edit = page.commands().edit();
      if (edit != null) {
        edit.fire();
        event.consume();
      }
    }
  }

  /** A tab that makes its content when it is first opened. */
  private final class LazySection {

    private final Tab tab;
    private final Supplier<Section<C>> make;
    private final boolean scrolls;
    private @Nullable Section<C> section;
    private @Nullable C content;

    LazySection(String id, Supplier<Section<C>> make, boolean scrolls) {
      this.make = make;
      this.scrolls = scrolls;
      this.tab = new Tab(context.texts().get("detail.tab." + id));
      tab.setId("tab-" + id);
      tab.selectedProperty().addListener((_, _, selected) -> opened(selected));
    }

    void show(C now) {
      content = now;
      if (section != null) {
        section.show(now);
      } else {
        opened(tab.isSelected());
      }
    }

    private void opened(boolean selected) {
      C known = content;
      if (!selected || known == null) {
        return;
      }
      Section<C> made = section;
      if (made == null) {
        made = make.get();
        section = made;
        tab.setContent(scrolls ? scrolling(made.node()) : made.node());
      }
      made.show(known);
    }

    /** Another page begins at its top. */
    void toTop() {
      if (tab.getContent() instanceof ScrollPane pane) {
        pane.setVvalue(0);
      }
    }

    private ScrollPane scrolling(Node node) {
      ScrollPane pane = new ScrollPane(node);
      pane.setFitToWidth(true);
      pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
      pane.getStyleClass().addAll("detail-scroll", "edge-to-edge");
      return pane;
    }
  }
}
