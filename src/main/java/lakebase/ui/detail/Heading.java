package lakebase.ui.detail;

import java.util.List;
import org.kordamp.ikonli.Ikon;

/**
 * The top of a page.
 *
 * @param crumbs the way from the workspace to this, which is the last
 * @param icon of its kind
 * @param title what people call it
 * @param subtitle beside the title, muted; empty for none
 * @param badges states and properties, most important first
 * @param name its full name, to be copied; empty for none
 * @param summary facts in one line beside the name; empty for none
 */
public record Heading(
    List<Crumb> crumbs,
    Ikon icon,
    String title,
    String subtitle,
    List<Badge> badges,
    String name,
    String summary) {

  public Heading {
    crumbs = List.copyOf(crumbs);
    badges = List.copyOf(badges);
  }
}
