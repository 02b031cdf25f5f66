package lakebase.model;

/** How a role logs in (contract §2.4). */
public record AuthMethod(String value) implements OpenEnum {

  public static final AuthMethod OAUTH = new AuthMethod("LAKEBASE_OAUTH_V1");
  public static final AuthMethod PASSWORD = new AuthMethod("PG_PASSWORD_SCRAM_SHA_256");
  public static final AuthMethod NO_LOGIN = new AuthMethod("NO_LOGIN");

  @Override
  public String toString() {
    return value;
  }
}
