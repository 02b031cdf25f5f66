package lakebase.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import lakebase.model.Endpoint;
import lakebase.model.EndpointGroup;
import lakebase.model.EndpointHosts;
import lakebase.model.EndpointName;
import lakebase.model.EndpointSpec;
import lakebase.model.EndpointState;
import lakebase.model.EndpointType;
import lakebase.model.Metadata;
import lakebase.model.Page;
import lakebase.model.ResourceKind;
import org.jspecify.annotations.Nullable;

/** Endpoints as the service reports them (contract §2.3). */
public final class EndpointJson {

  private static final String ID = "endpoint_id";

  private EndpointJson() {}

  /**
   * Reads an endpoint in its status form.
   *
   * @throws WireException when it is not one
   */
  public static Endpoint read(JsonNode json) {
    return read(Fields.of(json));
  }

  /**
   * Reads a page of a list of endpoints.
   *
   * @throws WireException when it is not one
   */
  public static Page<Endpoint> readPage(JsonNode json) {
    return PageJson.read(json, ResourceKind.ENDPOINT.collection(), EndpointJson::read);
  }

  /** Writes an endpoint in its status form, without its unknown fields. */
  public static ObjectNode write(Endpoint endpoint) {
    ObjectNode top = HeaderJson.write(endpoint.name(), ID, endpoint.metadata());
    HeaderJson.writeDeletion(top, endpoint.metadata());
    EndpointSpec spec = endpoint.spec();
    Endpoint.Facts facts = endpoint.facts();
    ObjectNode status = top.putObject("status");
    status.put(ID, endpoint.name().id().value());
    Writing.putEnum(status, "endpoint_type", facts.type());
    ComputeJson.writeSize(status, spec.size());
    ComputeJson.writeSuspensionStatus(status, spec.suspension());
    Writing.putEnum(status, "current_state", facts.state());
    Writing.putEnum(status, "pending_state", facts.pendingState());
    status.put("disabled", spec.disabled());
    EndpointGroup group = spec.group();
    if (group != null) {
      status.set("group", writeGroup(group));
    }
    if (!facts.hosts().equals(EndpointHosts.NONE)) {
      status.set("hosts", writeHosts(facts.hosts()));
    }
    ObjectNode settings = status.putObject("settings");
    if (!spec.pgSettings().isEmpty()) {
      settings.set("pg_settings", Writing.texts(spec.pgSettings()));
    }
    Writing.put(status, "last_active_time", facts.lastActiveTime());
    return top;
  }

  static ObjectNode writeGroup(EndpointGroup group) {
    return Json.object()
        .put("min", group.min())
        .put("max", group.max())
        .put("enable_readable_secondaries", group.readableSecondaries());
  }

  static Endpoint read(Fields top) {
    Fields status = top.object("status");
    status.ignore(ID);
    EndpointName name = top.required("name", EndpointName::parse, "expected an endpoint's name");
    Metadata metadata = HeaderJson.read(top, ID, top);
    EndpointSpec spec =
        new EndpointSpec(
            ComputeJson.readSize(status),
            ComputeJson.readSuspension(status),
            status.flag("disabled"),
            readGroup(status),
            status.object("settings").textMap("pg_settings"));
    Endpoint.Facts facts =
        new Endpoint.Facts(
            new EndpointType(status.textOrEmpty("endpoint_type")),
            new EndpointState(status.textOrEmpty("current_state")),
            status.parsed("pending_state", EndpointState::new, "expected a state"),
            readHosts(status.object("hosts")),
            status.time("last_active_time"));
    return new Endpoint(name, metadata, spec, facts, top.unknown());
  }

  private static @Nullable EndpointGroup readGroup(Fields status) {
    if (!status.has("group")) {
      return null;
    }
    Fields group = status.object("group");
    Integer min = group.int32("min");
    Integer max = group.int32("max");
    return new EndpointGroup(
        min == null ? 1 : min, max == null ? 1 : max, group.flag("enable_readable_secondaries"));
  }

  private static EndpointHosts readHosts(Fields hosts) {
    return new EndpointHosts(
        hosts.optionalText("host"),
        hosts.optionalText("read_only_host"),
        hosts.optionalText("read_write_pooled_host"),
        hosts.optionalText("read_only_pooled_host"),
        hosts.int32("port"),
        hosts.int32("read_only_port"));
  }

  private static ObjectNode writeHosts(EndpointHosts hosts) {
    ObjectNode json = Json.object();
    Writing.putText(json, "host", hosts.host());
    Writing.putText(json, "read_only_host", hosts.readOnlyHost());
    Writing.putText(json, "read_write_pooled_host", hosts.readWritePooledHost());
    Writing.putText(json, "read_only_pooled_host", hosts.readOnlyPooledHost());
    Writing.put(json, "port", hosts.port());
    Writing.put(json, "read_only_port", hosts.readOnlyPort());
    return json;
  }
}
