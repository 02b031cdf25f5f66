package lakebase.ui.detail;

import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Cards in two columns of equal width, or in one where two would be too narrow to read. */
public final class CardGrid extends Region {

  private static final double NARROWEST = 290;
  private static final double GAP = 14;

  /** No cards yet. */
  public CardGrid() {
    getStyleClass().add("card-grid");
  }

  /** Shows these cards, row by row. */
  public void setCards(List<? extends Node> cards) {
    if (!cards.equals(getChildren())) {
      getChildren().setAll(cards);
    }
  }

  @Override
  protected double computePrefHeight(double width) {
    return arrange(width < 0 ? 900 : width, false);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computeMinWidth(double height) {
    return NARROWEST;
  }

  @Override
  protected void layoutChildren() {
    arrange(getWidth(), true);
  }

  private double arrange(double width, boolean place) {
    Insets insets = getInsets();
    double inner = width - insets.getLeft() - insets.getRight();
    List<Node> cards = getManagedChildren();
    // By what the cards need themselves, too: they grow with the text, and the window does not.
    double narrowest =
        cards.stream().mapToDouble(card -> card.minWidth(-1)).reduce(NARROWEST, Math::max);
    int columns = inner < 2 * narrowest + GAP ? 1 : 2;
    double cardWidth = snapSizeX((inner - GAP * (columns - 1)) / columns);
    double y = insets.getTop();
    for (int first = 0; first < cards.size(); first += columns) {
      List<Node> row = cards.subList(first, Math.min(cards.size(), first + columns));
      double height = 0;
      for (Node card : row) {
        height = Math.max(height, snapSizeY(card.prefHeight(cardWidth)));
      }
      double x = insets.getLeft();
      for (Node card : row) {
        if (place) {
          card.resizeRelocate(x, y, cardWidth, height);
        }
        x += cardWidth + GAP;
      }
      y += height + GAP;
    }
    return Math.max(0, y - (cards.isEmpty() ? 0 : GAP)) + insets.getBottom();
  }
}
