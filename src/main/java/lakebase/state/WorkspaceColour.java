package lakebase.state;

/** What marks the things of a workspace; each has a light and a dark shade in the style sheet. */
public enum WorkspaceColour {
  TEAL,
  BLUE,
  VIOLET,
  PINK,
  RED,
  ORANGE,
  GREEN,
  GREY
}
