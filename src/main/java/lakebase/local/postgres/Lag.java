package lakebase.local.postgres;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import lakebase.local.engine.ComputePlan;
import lakebase.local.engine.DataPlaneException;
import lakebase.local.engine.LiveCompute.Instance;
import lakebase.local.engine.LiveCompute.Part;
import lakebase.model.EndpointType;
import org.jspecify.annotations.Nullable;

/**
 * How far an endpoint's standbys are behind, measured when somebody looks. One that has not moved
 * for long although there is more to be had, and that nothing reaches any more, cannot catch up: it
 * is made anew.
 */
final class Lag {

  /** Where a standby was, and since when. */
  private record Position(long replayed, long sinceNanos, long lag) {}

  private static final Logger LOG = Logger.getLogger(Lag.class.getName());
  private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

  /** After so long without a step a standby is taken for lost. */
  static final Duration STUCK = Duration.ofSeconds(60);

  private final BranchServers branch;
  private final Crew crew;
  private final Duration stuck;
  private final Map<Member, Position> positions = new ConcurrentHashMap<>();
  private final AtomicLong next = new AtomicLong(System.nanoTime());
  private final Background measuring = new Background("lag", this::measure);

  Lag(BranchServers branch, Crew crew, Duration stuck) {
    this.branch = branch;
    this.crew = crew;
    this.stuck = stuck;
  }

  /** What runs for that member; empty while nothing does. */
  Optional<Instance> instance(Member member, ComputePlan plan) {
    boolean writes = plan.type().equals(EndpointType.READ_WRITE);
    Part part = !writes ? Part.READ_ONLY : member.isStandby() ? Part.HOT_STANDBY : Part.READ_WRITE;
    return member
        .server()
        .map(server ->
            new Instance(
                member.name(),
                part,
                server.pid(),
                server.started(),
                member.isStandby() ? bytes(member) : null));
  }

  private @Nullable Long bytes(Member member) {
    Position position = positions.get(member);
    return position == null ? null : position.lag();
  }

  /** Has it measured on another thread, unless that was done a moment ago. */
  void measureLater() {
    long due = next.get();
    long now = System.nanoTime();
    if (now - due >= 0 && next.compareAndSet(due, now + PAUSE)) {
      measuring.request();
    }
  }

  /** Ends what is being measured, or made anew. */
  void end() throws InterruptedException {
    measuring.end();
  }

  private void measure() {
    try {
      positions.keySet().retainAll(crew.members());
      for (Member member : crew.members()) {
        if (member.isStandby() && member.server().isPresent()) {
          measure(member);
        }
      }
    } catch (SQLException e) {
      LOG.log(Level.FINE, "a lag cannot be measured just now", e);
    } catch (DataPlaneException e) {
      LOG.log(Level.WARNING, "a standby that has lost its primary cannot be made anew", e);
    } catch (InterruptedException e) {
      LOG.log(Level.FINE, "an endpoint is no longer served", e);
    }
  }

  private void measure(Member member) throws SQLException, InterruptedException {
    Optional<Member> primary = branch.primaryMember();
    long replayed = member.ask(Promotion::replayed);
    long end =
        primary.isPresent()
            ? primary.get().ask(Promotion::written)
            : member.ask(Promotion::received);
    long lag = Math.max(0, end - replayed);
    long now = System.nanoTime();
    Position before = positions.get(member);
    boolean waits = before != null && before.replayed() == replayed && lag > 0;
    long since = before != null && waits ? before.sinceNanos() : now;
    positions.put(member, new Position(replayed, since, lag));
    if (now - since > stuck.toNanos()
        && primary.isPresent()
        && !member.ask(Promotion::isReceiving)) {
      LOG.log(Level.WARNING, "standby {0} cannot catch up and is made anew", member.name());
      member.rebuild();
      positions.remove(member);
    }
  }
}
