package lakebase.task;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import lakebase.model.BranchName;
import lakebase.model.ProjectName;
import lakebase.state.Access;
import lakebase.state.BranchEntry;
import lakebase.state.Inventory;
import lakebase.state.Listing;
import lakebase.state.LoadState;
import lakebase.state.ProjectEntry;

/** What was being read when the reading was broken off: as if it had not been asked for. */
final class BrokenOff {

  private BrokenOff() {}

  /** The same inventory with nothing in it being read; what was not is the very same. */
  static Inventory of(Inventory inventory) {
    Map<ProjectName, ProjectEntry> changed = new LinkedHashMap<>();
    inventory
        .projects()
        .items()
        .forEach((name, entry) -> {
          if (isRead(entry)) {
            changed.put(name, project(entry));
          }
        });
    return changed.isEmpty() && !isRead(inventory.projects())
        ? inventory
        : new Inventory(list(inventory.projects()).withAll(changed));
  }

  private static boolean isRead(ProjectEntry entry) {
    return entry.access().load() instanceof LoadState.Loading
        || isRead(entry.branches())
        || entry.branches().values().stream().anyMatch(BrokenOff::isRead);
  }

  private static boolean isRead(BranchEntry entry) {
    return Stream.of(entry.endpoints(), entry.roles(), entry.databases())
        .anyMatch(BrokenOff::isRead);
  }

  private static boolean isRead(Listing<?, ?> list) {
    return list.load() instanceof LoadState.Loading;
  }

  private static ProjectEntry project(ProjectEntry entry) {
    Map<BranchName, BranchEntry> changed = new LinkedHashMap<>();
    entry.branches().items().forEach((name, branch) -> changed.put(name, branch(branch)));
    Access access = entry.access();
    return new ProjectEntry(
        entry.project(),
        list(entry.branches()).withAll(changed),
        access.load() instanceof LoadState.Loading
            ? access.withLoad(LoadState.NOT_LOADED)
            : access);
  }

  private static BranchEntry branch(BranchEntry entry) {
    return isRead(entry)
        ? new BranchEntry(
            entry.branch(), list(entry.endpoints()), list(entry.roles()), list(entry.databases()))
        : entry;
  }

  private static <N, T> Listing<N, T> list(Listing<N, T> list) {
    return isRead(list) ? list.withLoad(LoadState.NOT_LOADED) : list;
  }
}
