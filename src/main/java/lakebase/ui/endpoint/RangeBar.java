package lakebase.ui.endpoint;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import lakebase.model.ComputeLimits;
import lakebase.model.SizeRange;
import org.jspecify.annotations.Nullable;

/** Shows a size range on a line of all sizes; each doubling takes the same way. */
final class RangeBar extends Region {

  private final Region track = part("range-track");
  private final Region span = part("range-span");
  private final Region low = part("range-end");
  private final Region high = part("range-end");
  private @Nullable SizeRange range;

  RangeBar() {
    getStyleClass().add("range-bar");
    setId("range-bar");
    setAccessibleRole(AccessibleRole.TEXT);
    getChildren().addAll(track, span, low, high);
  }

  void show(@Nullable SizeRange now, String words) {
    range = now;
    setAccessibleText(words);
    span.setVisible(now != null);
    low.setVisible(now != null);
    high.setVisible(now != null);
    requestLayout();
  }

  /** How far along the line a size is, 0–1. */
  static double place(double cu) {
    double doublings = Math.log(cu / ComputeLimits.SMALLEST_CU) / Math.log(2);
    double all = Math.log(ComputeLimits.LARGEST_FIXED_CU / ComputeLimits.SMALLEST_CU) / Math.log(2);
    return Math.clamp(doublings / all, 0, 1);
  }

  @Override
  protected void layoutChildren() {
    double end = snapSizeX(low.prefWidth(-1));
    double left = snappedLeftInset();
    double width = Math.max(0, getWidth() - left - snappedRightInset());
    double middle = snappedTopInset() + end / 2;
    double thick = snapSizeY(track.prefHeight(-1));
    track.resizeRelocate(left, middle - thick / 2, width, thick);
    SizeRange shown = range;
    if (shown != null) {
      double from = left + snapPositionX(place(shown.minCu()) * (width - end));
      double to = left + snapPositionX(place(shown.maxCu()) * (width - end));
      span.resizeRelocate(from + end / 2, middle - thick / 2, to - from, thick);
      low.resizeRelocate(from, middle - end / 2, end, end);
      high.resizeRelocate(to, middle - end / 2, end, end);
    }
  }

  @Override
  protected double computePrefHeight(double width) {
    return snappedTopInset() + snapSizeY(low.prefHeight(-1)) + snappedBottomInset();
  }

  private static Region part(String styleClass) {
    Region region = new Region();
    region.getStyleClass().add(styleClass);
    return region;
  }
}
