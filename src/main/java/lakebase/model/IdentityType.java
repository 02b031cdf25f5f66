package lakebase.model;

/** Whose identity a role stands for (contract §2.4). */
public record IdentityType(String value) implements OpenEnum {

  public static final IdentityType USER = new IdentityType("USER");
  public static final IdentityType SERVICE_PRINCIPAL = new IdentityType("SERVICE_PRINCIPAL");
  public static final IdentityType GROUP = new IdentityType("GROUP");
  public static final IdentityType UNSPECIFIED = new IdentityType("IDENTITY_TYPE_UNSPECIFIED");

  @Override
  public String toString() {
    return value;
  }
}
