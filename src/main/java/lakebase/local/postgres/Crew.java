package lakebase.local.postgres;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import lakebase.local.engine.ComputePlan;
import lakebase.local.engine.DataPlaneException;
import lakebase.model.EndpointGroup;
import lakebase.model.EndpointType;
import org.jspecify.annotations.Nullable;

/**
 * The servers of one endpoint: the main one, and as many others as its group wants, which are
 * started in the background. Changes come one after the other, from its {@link Compute}; only
 * looking at it is for any thread.
 */
final class Crew {

  private static final Logger LOG = Logger.getLogger(Crew.class.getName());

  private final BranchServers branch;
  private final BiConsumer<Member, PostgresServer> died;
  private final CrewNames names;
  private final List<Member> others = new CopyOnWriteArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();
  private final Background refill;
  private volatile ComputePlan plan;
  private volatile @Nullable Member main;
  private volatile boolean stopping;

  Crew(BranchServers branch, ComputePlan plan, BiConsumer<Member, PostgresServer> died) {
    this.branch = branch;
    this.plan = plan;
    this.died = died;
    this.names = new CrewNames(branch.storage(), plan);
    this.refill = new Background("standbys of " + plan.uid(), this::fill);
  }

  private boolean writes() {
    return plan.type().equals(EndpointType.READ_WRITE);
  }

  /** Starts the main server, unless it runs, and has the others follow. */
  void start() throws InterruptedException {
    stopping = false;
    Member first = main == null ? member(names.main()) : main;
    main = first;
    if (first.server().isEmpty()) {
      first.stop();
      if (writes()) {
        first.startPrimary();
      } else {
        first.startStandby();
      }
    }
    refill.request();
  }

  /** Stops every server, the main one first: what it has written reaches the others before. */
  void stop() throws InterruptedException {
    stopping = true;
    refill.end();
    Member first = main;
    if (first != null) {
      first.stop();
      main = null;
    }
    for (Member other : others) {
      other.stop();
    }
    others.clear();
  }

  /** Gives running servers another plan. */
  void apply(ComputePlan other) throws InterruptedException {
    plan = other;
    List<Member> running = members();
    for (Member member : running) {
      member.apply(other);
    }
    if (!running.isEmpty()) {
      refill.request();
    }
  }

  /** Every member, the main one first. */
  List<Member> members() {
    List<Member> all = new ArrayList<>();
    Member first = main;
    if (first != null) {
      all.add(first);
    }
    all.addAll(others);
    return all;
  }

  /** The main server, if it accepts connections. */
  Optional<Member> main() {
    return Optional.ofNullable(main).filter(member -> member.server().isPresent());
  }

  /** Whether that member is the main one. */
  boolean isMain(Member member) {
    return member == main;
  }

  /** One for reading that accepts connections, each in its turn. */
  Optional<Member> reader() {
    List<Member> readers =
        (writes() ? others : members())
            .stream().filter(member -> member.server().isPresent()).toList();
    return readers.isEmpty()
        ? Optional.empty()
        : Optional.of(readers.get(Math.floorMod(turn.getAndIncrement(), readers.size())));
  }

  /** Returns when the others have been started, as far as they can be. */
  void awaitOthers() throws InterruptedException {
    refill.await();
  }

  /**
   * A member's server has ended by itself: makes good for it as far as it is possible without
   * interrupting what the endpoint does.
   *
   * @return whether the endpoint accepts connections
   */
  boolean repair(Member member) throws InterruptedException {
    if (member == main) {
      return writes() ? failOver(member) : replaceMain(member);
    }
    member.stop();
    others.remove(member);
    refill.request();
    return true;
  }

  private boolean replaceMain(Member dead) throws InterruptedException {
    dead.stop();
    main = null;
    Optional<Member> next =
        others.stream().filter(member -> member.server().isPresent()).findFirst();
    if (next.isPresent()) {
      others.remove(next.get());
      main = next.get();
      refill.request();
    }
    return next.isPresent();
  }

  /** Promotes the standby that is furthest ahead; it gets the rest from the dead one's log. */
  private boolean failOver(Member dead) throws InterruptedException {
    dead.stop();
    main = null;
    for (Member candidate : byProgress()) {
      try {
        candidate.promote();
        branch.storage().setPrimary(candidate.name());
        others.remove(candidate);
        main = candidate;
        LeftoverLog.archive(branch.storage().data(dead.name()), branch.archive());
        candidate.settleAsPrimary();
        refill.request();
        return true;
      } catch (SQLException | IOException | DataPlaneException e) {
        LOG.log(Level.WARNING, "a standby cannot be promoted", e);
      }
    }
    return false;
  }

  private List<Member> byProgress() throws InterruptedException {
    record Progress(Member member, long received) {}
    List<Progress> found = new ArrayList<>();
    for (Member other : others) {
      try {
        found.add(new Progress(other, other.ask(Promotion::received)));
      } catch (SQLException e) {
        LOG.log(Level.FINE, "a standby that does not answer", e);
      }
    }
    found.sort(Comparator.comparingLong(Progress::received).reversed());
    return found.stream().map(Progress::member).toList();
  }

  /** Removes the data of servers that have been stopped; a branch's own data stays. */
  void deleteStandbys() throws IOException {
    for (String name : names.standbys()) {
      Trees.delete(branch.storage().members().resolve(name));
    }
  }

  private void fill() {
    try {
      dismiss();
      hire();
    } catch (DataPlaneException | IOException e) {
      LOG.log(Level.WARNING, "an endpoint has fewer servers than it should", e);
    } catch (InterruptedException e) {
      LOG.log(Level.FINE, "stopped while its servers were being started", e);
    }
  }

  private int wanted() {
    EndpointGroup group = plan.spec().group();
    return group == null ? 0 : group.max() - 1;
  }

  private void dismiss() throws InterruptedException, IOException {
    while (others.size() > wanted()) {
      Member last = others.getLast();
      others.remove(last);
      last.stop();
    }
    for (String left : names.unused(wanted(), members())) {
      Trees.delete(branch.storage().members().resolve(left));
    }
  }

  private void hire() throws InterruptedException, IOException {
    while (others.size() < wanted() && !stopping) {
      Member next = member(names.next(members()));
      others.add(next);
      boolean started = false;
      try {
        next.startStandby();
        started = true;
      } finally {
        if (!started) {
          others.remove(next);
        }
      }
    }
  }

  private Member member(String name) {
    return new Member(branch, name, plan, died);
  }
}
