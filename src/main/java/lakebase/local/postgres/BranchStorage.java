package lakebase.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lakebase.local.store.OwnerOnly;

/**
 * Where one branch has its files. Its data is kept by members, one a server: data directories of
 * the branch's read/write endpoint, of which one is the primary, and of read-only endpoints. Which
 * one is the primary is a file of its own, replaced whole: a promotion happens when it is written.
 *
 * <pre>
 * &lt;root&gt;/&lt;branch uid&gt;/primary     the name of the primary member
 *                    members/&lt;member&gt;/data
 *                    archive      finished log segments, by the archive command
 *                    backups      base backups
 *                    log          what the servers say
 * </pre>
 */
record BranchStorage(Path directory) {

  /** The member that a new branch starts with. */
  static final String FIRST_MEMBER = "1";

  /** The storage of that branch below the root of all. */
  static BranchStorage of(Path root, String branchUid) {
    return new BranchStorage(root.resolve(branchUid));
  }

  /** Makes the directories that are missing; no member, no data. */
  void create() throws IOException {
    for (Path path : List.of(directory, members(), archive(), backups(), log())) {
      OwnerOnly.createDirectories(path);
    }
  }

  /** Whether the branch has data: a primary has been named. */
  boolean exists() {
    return Files.exists(primaryFile());
  }

  /** The directory of the primary's data. */
  Path primaryData() throws IOException {
    return data(primary());
  }

  /** The primary member. */
  String primary() throws IOException {
    try {
      return Files.readString(primaryFile()).strip();
    } catch (NoSuchFileException e) {
      throw new IOException("a branch without data: " + directory.getFileName(), e);
    }
  }

  /** Makes that member the primary, from one moment to the next. */
  void setPrimary(String member) throws IOException {
    OwnerOnly.write(primaryFile(), member + "\n");
  }

  /** The directory of that member's data. */
  Path data(String member) {
    return members().resolve(member).resolve("data");
  }

  /** The members there are, in no order. */
  List<String> memberNames() throws IOException {
    if (!Files.exists(members())) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(members())) {
      return found.map(path -> String.valueOf(path.getFileName())).sorted().toList();
    }
  }

  /** Where the members are. */
  Path members() {
    return directory.resolve("members");
  }

  /** Finished log segments. */
  Path archive() {
    return directory.resolve("archive");
  }

  /** Base backups. */
  Path backups() {
    return directory.resolve("backups");
  }

  /** What the servers say. */
  Path log() {
    return directory.resolve("log");
  }

  private Path primaryFile() {
    return directory.resolve("primary");
  }
}
