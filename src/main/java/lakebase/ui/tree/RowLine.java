package lakebase.ui.tree;

import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * The parts of a row from left to right, the state at the right end. Where there is little room,
 * the detail gives way first, then the name; icons and the state never do.
 */
final class RowLine extends Region {

  private static final double GAP = 6;
  private static final double LEAST_DETAIL = 24;

  private final Node icon;
  private final Label name;
  private final Label detail;
  private final List<? extends Node> badges;
  private final Label state;

  RowLine(Node icon, Label name, Label detail, List<? extends Node> badges, Label state) {
    this.icon = icon;
    this.name = name;
    this.detail = detail;
    this.badges = badges;
    this.state = state;
    getStyleClass().add("row-line");
    getChildren().addAll(icon, name, detail);
  }

  /** Shows or hides a part. What most rows lack is not there before its first use. */
  void show(Node part, boolean shown) {
    if (shown && part.getParent() == null) {
      getChildren().add(part);
    }
    part.setVisible(shown);
    part.setManaged(shown);
  }

  @Override
  protected void layoutChildren() {
    double height = getHeight();
    double stateWidth = widthOf(state);
    double end = getWidth() - snappedRightInset() - stateWidth;
    put(state, end, stateWidth, height);
    double badgeWidth = badges.stream().mapToDouble(badge -> withGap(widthOf(badge))).sum();
    double at = snappedLeftInset();
    double iconWidth = widthOf(icon);
    put(icon, at, iconWidth, height);
    at += withGap(iconWidth);
    double room = Math.max(0, end - GAP - badgeWidth - at);
    double nameWidth = Math.min(widthOf(name), room);
    put(name, at, nameWidth, height);
    at += nameWidth + GAP;
    double left = room - nameWidth - GAP;
    double detailWidth = Math.min(widthOf(detail), left);
    boolean fits = detailWidth >= Math.min(LEAST_DETAIL, widthOf(detail));
    put(detail, at, fits ? detailWidth : 0, height);
    at += fits ? withGap(detailWidth) : 0;
    for (Node badge : badges) {
      put(badge, at, widthOf(badge), height);
      at += withGap(widthOf(badge));
    }
  }

  @Override
  protected double computePrefHeight(double width) {
    return name.prefHeight(-1);
  }

  @Override
  protected double computePrefWidth(double height) {
    return 0;
  }

  private static double withGap(double width) {
    return width > 0 ? width + GAP : 0;
  }

  private static double widthOf(Node node) {
    return node.isManaged() ? Math.ceil(node.prefWidth(-1)) : 0;
  }

  private void put(Node node, double x, double width, double height) {
    layoutInArea(node, x, 0, Math.max(0, width), height, 0, HPos.LEFT, VPos.CENTER);
  }
}
