package lakebase.state;

import org.jspecify.annotations.Nullable;

/**
 * What a person set and left; kept between runs.
 *
 * @param theme light, dark, or as the system
 * @param language a language tag such as {@code de}; empty: the system's
 * @param scalePercent the scale of the user interface, 75–200
 * @param window the window's place on the last run; absent on the first
 * @param treeWidth the width of the tree, in unscaled pixels
 * @param tasksHeight the height of the open tasks panel, in unscaled pixels
 * @param tasksOpen whether the tasks panel is open
 * @param selection the last selection; absent when there was none
 * @param codeLanguage what actions were last shown in, by its name; empty: the request itself
 */
public record Settings(
    Theme theme,
    String language,
    int scalePercent,
    @Nullable WindowPlace window,
    double treeWidth,
    double tasksHeight,
    boolean tasksOpen,
    @Nullable Ref selection,
    String codeLanguage) {

  /** Light, dark, or as the system. */
  public enum Theme {
    SYSTEM,
    LIGHT,
    DARK
  }

  /** Where a window was, in screen coordinates. */
  public record WindowPlace(double x, double y, double width, double height, boolean maximized) {}

  /** What a first start has. */
  public static final Settings DEFAULT =
      new Settings(Theme.SYSTEM, "", 100, null, 306, 185, true, null, "");

  /** The same with another theme. */
  public Settings withTheme(Theme value) {
    return new Settings(
        value,
        language,
        scalePercent,
        window,
        treeWidth,
        tasksHeight,
        tasksOpen,
        selection,
        codeLanguage);
  }

  /** The same with another language. */
  public Settings withLanguage(String value) {
    return new Settings(
        theme,
        value,
        scalePercent,
        window,
        treeWidth,
        tasksHeight,
        tasksOpen,
        selection,
        codeLanguage);
  }

  /** The same with another scale, held to 75–200. */
  public Settings withScalePercent(int value) {
    int held = Math.clamp(value, 75, 200);
    return new Settings(
        theme, language, held, window, treeWidth, tasksHeight, tasksOpen, selection, codeLanguage);
  }

  /** The same with the window elsewhere. */
  public Settings withWindow(@Nullable WindowPlace value) {
    return new Settings(
        theme,
        language,
        scalePercent,
        value,
        treeWidth,
        tasksHeight,
        tasksOpen,
        selection,
        codeLanguage);
  }

  /** The same with the panes sized so. */
  public Settings withPanes(double newTreeWidth, double newTasksHeight, boolean newTasksOpen) {
    return new Settings(
        theme,
        language,
        scalePercent,
        window,
        newTreeWidth,
        newTasksHeight,
        newTasksOpen,
        selection,
        codeLanguage);
  }

  /** The same with another selection. */
  public Settings withSelection(@Nullable Ref value) {
    return new Settings(
        theme,
        language,
        scalePercent,
        window,
        treeWidth,
        tasksHeight,
        tasksOpen,
        value,
        codeLanguage);
  }

  /** The same with actions shown in another language. */
  public Settings withCodeLanguage(String value) {
    return new Settings(
        theme, language, scalePercent, window, treeWidth, tasksHeight, tasksOpen, selection, value);
  }
}
