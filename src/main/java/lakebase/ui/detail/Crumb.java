package lakebase.ui.detail;

import lakebase.state.Ref;

/** A step of the way to what is shown. */
public record Crumb(String text, Ref target) {}
