package lakebase.ui.detail;

import java.util.List;
import org.kordamp.ikonli.Ikon;

/** The facts of one card. */
public record FactGroup(String id, Ikon icon, String title, List<Fact> facts) {

  public FactGroup {
    facts = List.copyOf(facts);
  }
}
