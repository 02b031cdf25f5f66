package lakebase.model;

/** The state of an endpoint (contract §7). */
public record EndpointState(String value) implements OpenEnum {

  public static final EndpointState INIT = new EndpointState("INIT");
  public static final EndpointState ACTIVE = new EndpointState("ACTIVE");
  public static final EndpointState IDLE = new EndpointState("IDLE");
  public static final EndpointState DEGRADED = new EndpointState("DEGRADED");

  @Override
  public String toString() {
    return value;
  }
}
