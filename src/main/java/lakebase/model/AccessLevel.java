package lakebase.model;

/** What somebody may do with a project (contract §1.4). */
public record AccessLevel(String value) implements OpenEnum {

  public static final AccessLevel CAN_USE = new AccessLevel("CAN_USE");
  public static final AccessLevel CAN_MANAGE = new AccessLevel("CAN_MANAGE");

  @Override
  public String toString() {
    return value;
  }
}
