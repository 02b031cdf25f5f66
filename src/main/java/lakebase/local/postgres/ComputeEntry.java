package lakebase.local.postgres;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import lakebase.local.engine.BranchPlan;
import lakebase.local.proxy.Gate;
import lakebase.local.proxy.Refused;

/** One connection's way in to a server. */
final class ComputeEntry implements Gate.Entry {

  private final Member member;
  private final Path socket;
  private final BranchPlan branch;
  private final Visits visits;
  private final AtomicBoolean left = new AtomicBoolean();

  ComputeEntry(Member member, BranchPlan branch, Visits visits) throws Refused {
    this.member = member;
    this.socket = member.server().map(PostgresServer::socket).orElseThrow(Refusal::notReachable);
    this.branch = branch;
    this.visits = visits;
  }

  @Override
  public Path socket() {
    return socket;
  }

  @Override
  public Optional<Gate.LoginRole> role(String name) throws Refused, InterruptedException {
    try {
      return member.ask(connection -> Roles.login(connection, name));
    } catch (SQLException e) {
      throw Refusal.notReachable();
    }
  }

  @Override
  public boolean nativeLogin() {
    return branch.nativeLogin();
  }

  @Override
  public void close() {
    if (left.compareAndSet(false, true)) {
      visits.end();
    }
  }
}
