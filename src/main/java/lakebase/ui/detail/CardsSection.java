package lakebase.ui.detail;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import lakebase.ui.UiContext;

/** A tab of cards of facts, with other things below them. */
public final class CardsSection<C> implements Section<C> {

  private final UiContext context;
  private final Function<C, List<FactGroup>> groups;
  private final CardGrid grid = new CardGrid();
  private final VBox box = new VBox(grid);
  private final List<FactCard> cards = new ArrayList<>();
  private final List<Section<C>> below = new ArrayList<>();

  /** The cards of these groups. */
  public CardsSection(UiContext context, Function<C, List<FactGroup>> groups) {
    this.context = context;
    this.groups = groups;
    box.getStyleClass().add("detail-body");
  }

  /** Puts a node into the first card, above its facts. */
  public CardsSection<C> inFirstCard(Node above) {
    cards.addFirst(new FactCard(context, above));
    return this;
  }

  /** Puts another section below the cards. */
  public CardsSection<C> below(Section<C> section) {
    below.add(section);
    box.getChildren().add(section.node());
    return this;
  }

  @Override
  public Node node() {
    return box;
  }

  @Override
  public void show(C content) {
    List<FactGroup> shown = groups.apply(content);
    while (cards.size() < shown.size()) {
      cards.add(new FactCard(context));
    }
    for (int at = 0; at < shown.size(); at++) {
      cards.get(at).show(shown.get(at));
    }
    grid.setCards(cards.subList(0, shown.size()));
    below.forEach(section -> section.show(content));
  }
}
