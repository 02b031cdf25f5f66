package lakebase.model;

/** What a server does for its endpoint (contract §2.3). */
public record ComputeRole(String value) implements OpenEnum {

  public static final ComputeRole READ_WRITE = new ComputeRole("READ_WRITE");
  public static final ComputeRole READ_ONLY = new ComputeRole("READ_ONLY");
  public static final ComputeRole HOT_STANDBY = new ComputeRole("HOT_STANDBY");

  @Override
  public String toString() {
    return value;
  }
}
