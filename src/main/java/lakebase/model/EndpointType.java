package lakebase.model;

/** Whether an endpoint takes writes (contract §2.3). */
public record EndpointType(String value) implements OpenEnum {

  public static final EndpointType READ_WRITE = new EndpointType("ENDPOINT_TYPE_READ_WRITE");
  public static final EndpointType READ_ONLY = new EndpointType("ENDPOINT_TYPE_READ_ONLY");

  @Override
  public String toString() {
    return value;
  }
}
