package lakebase.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;
import lakebase.local.engine.Body;
import lakebase.local.engine.Caller;
import lakebase.local.engine.Engine;
import lakebase.local.engine.Refusal;
import lakebase.local.store.Ledger;
import lakebase.local.store.Shelf;
import lakebase.model.BranchName;
import lakebase.model.EndpointName;
import lakebase.model.ProjectName;
import lakebase.wire.Json;

/**
 * The sample project of a first start, made by the requests that a client would send, and by SQL
 * through its compute's front door. It is made once: whoever deletes it does not see it again.
 */
final class Sample {

  private static final String KEY = "sample";
  private static final ProjectName PROJECT = ProjectName.of("sample-shop");
  private static final BranchName PRODUCTION = PROJECT.branch("production");
  private static final BranchName DEVELOPMENT = PROJECT.branch("development");
  private static final String SOON = "300s";

  private final Engine engine;
  private final Caller caller;
  private final boolean isReal;

  private Sample(Engine engine, Caller caller, boolean isReal) {
    this.engine = engine;
    this.caller = caller;
    this.isReal = isReal;
  }

  /**
   * Makes it unless it has been made; waits for its operations.
   *
   * @param isReal whether its tables can be made
   */
  static void makeOnce(Ledger ledger, Engine engine, Caller caller, boolean isReal)
      throws InterruptedException {
    if (ledger.read(reading -> reading.has(Shelf.META, KEY))) {
      return;
    }
    if (isUnused(ledger)) {
      new Sample(engine, caller, isReal).make();
    }
    ledger.change(writing -> {
      writing.put(Shelf.META, KEY, "made");
      return true;
    });
  }

  /** Whether nobody has put a project here; the sample itself may be half made. */
  private static boolean isUnused(Ledger ledger) {
    return ledger.read(reading -> {
      int most = reading.has(Shelf.PROJECTS, PROJECT.toString()) ? 1 : 0;
      return reading.count(Shelf.PROJECTS, "", 2) <= most;
    });
  }

  private void make() throws InterruptedException {
    unlessThere(() -> engine.projects().create(caller, PROJECT.id().value(), project()));
    if (isReal) {
      EndpointName primary = PRODUCTION.endpoint("primary");
      new SampleTables(engine, caller).make(primary);
    }
    unlessThere(() -> engine.endpoints().create(PRODUCTION, "reports", false, endpoint()));
    unlessThere(
        () -> engine.branches().create(caller, PROJECT, DEVELOPMENT.id().value(), false, branch()));
    unlessThere(() ->
        engine
            .endpoints()
            .update(
                DEVELOPMENT.endpoint("primary"),
                "spec.autoscaling_limit_min_cu,spec.autoscaling_limit_max_cu",
                spec(size(Json.object(), 0.5, 2))));
  }

  /** A start that was cut off may have got this far already. */
  private void unlessThere(Supplier<ObjectNode> change) throws InterruptedException {
    try {
      engine.await(change.get());
    } catch (Refusal refusal) {
      if (!refusal.errorCode().equals("ALREADY_EXISTS")) {
        throw refusal;
      }
    }
  }

  private static Body project() {
    ObjectNode body = Json.object();
    ObjectNode spec = body.putObject("spec").put("display_name", "Shop");
    spec.putArray("custom_tags")
        .add(Json.object().put("key", "team").put("value", "storefront"))
        .add(Json.object().put("key", "sample").put("value", "true"));
    spec.putObject("default_endpoint_settings").put("suspend_timeout_duration", SOON);
    body.putObject("initial_branch_spec").put("is_protected", true);
    size(body.putObject("initial_endpoint_spec"), 1, 4);
    return Body.of(body);
  }

  private static Body endpoint() {
    return spec(size(Json.object(), 1, 2).put("endpoint_type", "ENDPOINT_TYPE_READ_ONLY"));
  }

  private static Body branch() {
    return spec(Json.object().put("ttl", "259200s"));
  }

  private static ObjectNode size(ObjectNode spec, double min, double max) {
    return spec.put("autoscaling_limit_min_cu", min).put("autoscaling_limit_max_cu", max);
  }

  private static Body spec(ObjectNode spec) {
    return Body.of(Json.object().set("spec", spec));
  }
}
