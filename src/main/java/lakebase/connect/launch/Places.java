package lakebase.connect.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where a program may be: on the path, and where its installers put it. */
record Places(Programs programs, List<String> names) {

  /** The first that is there. */
  Optional<Path> find() {
    return names.stream().flatMap(name -> programs.find(name).stream()).findFirst();
  }

  /** All of them, when none is there. */
  List<String> missing() {
    return find().isPresent() ? List.of() : names;
  }
}
