package lakebase.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import lakebase.local.engine.Body;
import lakebase.local.engine.Caller;
import lakebase.local.engine.CredentialSigner;
import lakebase.local.engine.Engine;
import lakebase.local.engine.EngineOptions;
import lakebase.local.engine.Refusal;
import lakebase.local.store.Ledger;
import lakebase.local.store.Shelf;
import lakebase.model.BranchName;
import lakebase.model.ProjectName;
import lakebase.wire.Json;

/**
 * The sample project of a first start, made by the requests that a client would send. It is made
 * once: whoever deletes it does not see it again.
 */
final class Sample {

  private static final String KEY = "sample";
  private static final ProjectName PROJECT = ProjectName.of("sample-shop");
  private static final BranchName DEVELOPMENT = PROJECT.branch("development");

  private Sample() {}

  static void makeOnce(
      Ledger ledger, EngineOptions options, CredentialSigner signer, Caller caller) {
    if (ledger.read(reading -> reading.has(Shelf.META, KEY))) {
      return;
    }
    if (isUnused(ledger)) {
      Engine.seed(ledger, options, signer, engine -> make(engine, caller));
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

  private static void make(Engine engine, Caller caller) {
    unlessThere(() -> engine.projects().create(caller, PROJECT.id().value(), project()));
    unlessThere(() ->
        engine.endpoints().create(PROJECT.branch("production"), "reports", false, endpoint()));
    unlessThere(
        () -> engine.branches().create(caller, PROJECT, DEVELOPMENT.id().value(), false, branch()));
    engine
        .endpoints()
        .update(
            DEVELOPMENT.endpoint("primary"),
            "spec.autoscaling_limit_min_cu,spec.autoscaling_limit_max_cu",
            spec(size(Json.object(), 0.5, 2)));
  }

  /** A start that was cut off may have got this far already. */
  private static void unlessThere(Runnable creation) {
    try {
      creation.run();
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
