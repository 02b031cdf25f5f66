package lakebase.local.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import lakebase.local.engine.ComputePlan;
import lakebase.local.engine.DataPlaneException;
import lakebase.local.engine.DataPlaneException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What the servers of one branch know of each other: which one is the primary, and who follows it.
 * Any thread.
 */
final class BranchServers {

  private record Primary(Member member, PostgresServer server) {}

  private static final Logger LOG = Logger.getLogger(BranchServers.class.getName());

  private final Installation installation;
  private final BranchStorage storage;
  private final LogArchive archive;
  private final Seeder seeder;
  private final List<Member> standbys = new CopyOnWriteArrayList<>();
  private volatile @Nullable Primary primary;
  private volatile Map<String, String> lastSettings = Map.of();

  /**
   * Of a branch that has data.
   *
   * @param seeder makes the data of standbys
   */
  BranchServers(
      Installation installation, BranchStorage storage, LogArchive archive, Seeder seeder) {
    this.installation = installation;
    this.storage = storage;
    this.archive = archive;
    this.seeder = seeder;
  }

  Installation installation() {
    return installation;
  }

  BranchStorage storage() {
    return storage;
  }

  LogArchive archive() {
    return archive;
  }

  Seeder seeder() {
    return seeder;
  }

  /** The running primary. */
  Optional<PostgresServer> primary() {
    return Optional.ofNullable(primary).map(Primary::server).filter(PostgresServer::isAlive);
  }

  /** The member whose server that is. */
  Optional<Member> primaryMember() {
    return Optional.ofNullable(primary)
        .filter(found -> found.server().isAlive())
        .map(Primary::member);
  }

  /** That server is the primary from now on; those that follow are told. */
  void primaryRuns(Member member, PostgresServer server, Map<String, String> settings) {
    primary = new Primary(member, server);
    lastSettings = settings;
    tellStandbys();
  }

  /** No primary runs. */
  void primaryStopped() {
    primary = null;
    tellStandbys();
  }

  void add(Member standby) {
    standbys.add(standby);
  }

  void remove(Member standby) {
    standbys.remove(standby);
  }

  /** The settings of a standby of this branch as they are now. */
  SortedMap<String, String> standbySettings(ComputePlan plan) {
    String conninfo = primary().map(BranchServers::conninfo).orElse("");
    try {
      Path data = storage.primaryData();
      // Whoever has killed the console does not know it any more, but its last start wrote it down.
      Map<String, String> last =
          lastSettings.isEmpty() ? ServerSettings.numbers(data) : lastSettings;
      return ServerSettings.standby(plan, archive, last, data, conninfo);
    } catch (IOException e) {
      throw new DataPlaneException(Kind.FAILED, "The branch has no data.", e);
    }
  }

  private void tellStandbys() {
    for (Member standby : standbys) {
      Thread.ofVirtual().name("follow").start(() -> tell(standby));
    }
  }

  private static void tell(Member standby) {
    try {
      standby.refresh();
    } catch (DataPlaneException | InterruptedException e) {
      LOG.log(Level.WARNING, "a standby does not follow its primary", e);
    }
  }

  private static String conninfo(PostgresServer server) {
    String host = String.valueOf(server.socket().getParent());
    String quoted = host.replace("\\", "\\\\").replace("'", "\\'");
    return "host='"
        + quoted
        + "' port=5432 user="
        + Installation.SUPERUSER
        + " dbname=replication sslmode=disable gssencmode=disable";
  }
}
