package lakebase.state;

import java.util.List;
import lakebase.model.AccessEntry;

/** What is known of who may do what with a project, and how far it has been read. */
public record Access(List<AccessEntry> entries, LoadState load) {

  /** Never asked for. */
  public static final Access UNKNOWN = new Access(List.of(), LoadState.NOT_LOADED);

  public Access {
    entries = List.copyOf(entries);
  }

  /** The same, read that far. */
  public Access withLoad(LoadState now) {
    return new Access(entries, now);
  }
}
