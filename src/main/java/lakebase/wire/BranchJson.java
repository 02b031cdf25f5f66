package lakebase.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import lakebase.model.Branch;
import lakebase.model.BranchName;
import lakebase.model.BranchSource;
import lakebase.model.BranchSpec;
import lakebase.model.BranchState;
import lakebase.model.Expiration;
import lakebase.model.HistoryStart;
import lakebase.model.Metadata;
import lakebase.model.Page;
import lakebase.model.ResourceKind;
import org.jspecify.annotations.Nullable;

/** Branches as the service reports them (contract §2.2). */
public final class BranchJson {

  private static final String ID = "branch_id";

  private BranchJson() {}

  /**
   * Reads a branch in its status form.
   *
   * @throws WireException when it is not one
   */
  public static Branch read(JsonNode json) {
    return read(Fields.of(json));
  }

  /**
   * Reads a page of a list of branches.
   *
   * @throws WireException when it is not one
   */
  public static Page<Branch> readPage(JsonNode json) {
    return PageJson.read(json, ResourceKind.BRANCH.collection(), BranchJson::read);
  }

  /**
   * Writes a branch in its status form, without its unknown fields. A time to live is written as
   * the moment that it comes to, counted from the branch's creation.
   *
   * @throws IllegalArgumentException when it has a time to live and no time of creation
   */
  public static ObjectNode write(Branch branch) {
    ObjectNode top = HeaderJson.write(branch.name(), ID, branch.metadata());
    Branch.Facts facts = branch.facts();
    ObjectNode status = top.putObject("status");
    status.put(ID, branch.name().id().value());
    Writing.putEnum(status, "current_state", facts.state());
    Writing.putEnum(status, "pending_state", facts.pendingState());
    Writing.put(status, "state_change_time", facts.stateChangeTime());
    status.put("default", facts.isDefault());
    status.put("is_protected", branch.spec().isProtected());
    Writing.put(status, "logical_size_bytes", facts.logicalSizeBytes());
    Writing.put(status, "expire_time", expireTime(branch));
    BranchSource source = facts.source();
    if (source != null) {
      status.put("source_branch", source.branch().toString());
      Writing.putText(status, "source_branch_lsn", source.lsn());
      Writing.put(status, "source_branch_time", source.time());
    }
    HistoryStart start = facts.historyStart();
    if (start != null) {
      Writing.put(status, "history_start_time", start.time());
      Writing.putText(status, "history_start_lsn", start.lsn());
    }
    HeaderJson.writeDeletion(status, branch.metadata());
    return top;
  }

  static Branch read(Fields top) {
    Fields status = top.object("status");
    status.ignore(ID);
    BranchName name = top.required("name", BranchName::parse, "expected a branch's name");
    Metadata metadata = HeaderJson.read(top, ID, status);
    Instant expireTime = status.time("expire_time");
    BranchSpec spec =
        new BranchSpec(
            status.flag("is_protected"),
            expireTime == null ? Expiration.never() : Expiration.at(expireTime));
    Branch.Facts facts =
        new Branch.Facts(
            new BranchState(status.textOrEmpty("current_state")),
            status.parsed("pending_state", BranchState::new, "expected a state"),
            status.time("state_change_time"),
            status.flag("default"),
            status.int64("logical_size_bytes"),
            source(status),
            historyStart(status));
    return new Branch(name, metadata, spec, facts, top.unknown());
  }

  private static @Nullable BranchSource source(Fields status) {
    BranchName branch =
        status.parsed("source_branch", BranchName::parse, "expected a branch's name");
    // Only together with the branch do they say anything: alone they are left to the unknown.
    return branch == null
        ? null
        : new BranchSource(
            branch, status.optionalText("source_branch_lsn"), status.time("source_branch_time"));
  }

  private static @Nullable HistoryStart historyStart(Fields status) {
    Instant time = status.time("history_start_time");
    String lsn = status.optionalText("history_start_lsn");
    return time == null && lsn == null ? null : new HistoryStart(time, lsn);
  }

  private static @Nullable Instant expireTime(Branch branch) {
    return switch (branch.spec().expiration()) {
      case Expiration.Never _ -> null;
      case Expiration.At(Instant time) -> time;
      case Expiration.After(var ttl) -> {
        Instant created = branch.metadata().createTime();
        if (created == null) {
          throw new IllegalArgumentException("a time to live needs a time of creation");
        }
        yield created.plus(ttl);
      }
    };
  }
}
