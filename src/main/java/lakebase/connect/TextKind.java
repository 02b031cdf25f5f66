package lakebase.connect;

import lakebase.model.Secret;

/** The texts that a connection can be copied as. */
public enum TextKind {
  PSQL(true),
  URI(true),
  JDBC(true),
  PROPERTIES(true),
  ENV(true),
  PGPASS(true),
  SERVICE(false),
  PSYCOPG(false),
  SQLALCHEMY(false),
  NODE(false),
  JAVA(false),
  GO(false);

  /** Letters alone, so that no format writes it otherwise; no name has them by chance. */
  private static final String PLACE = "TokenTokenTokenTokenToken";

  private final boolean secret;

  TextKind(boolean secret) {
    this.secret = secret;
  }

  /** Whether the text contains the password. */
  public boolean isSecret() {
    return secret;
  }

  /** Whether it is a program that gets its own tokens. */
  public boolean isProgram() {
    return compareTo(SERVICE) > 0;
  }

  /** Whether there is such a text: the SDKs for Java and Go cannot ask for a group's token. */
  public boolean isPossible(Minting minting) {
    return minting.group().isEmpty() || (this != JAVA && this != GO);
  }

  /** The text, with the password where it {@link #isSecret}. */
  public String text(Login login, Minting minting, Shell shell) {
    Target target = login.target();
    return switch (this) {
      case PSQL -> ConnectTexts.psql(login, shell);
      case URI -> ConnectTexts.uri(login);
      case JDBC -> ConnectTexts.jdbcUrl(login);
      case PROPERTIES -> ConnectTexts.jdbcProperties(login);
      case ENV -> ConnectTexts.env(login);
      case PGPASS -> ConnectTexts.pgpass(login);
      case SERVICE -> ConnectTexts.service(target, minting.endpoint());
      case PSYCOPG -> Snippets.psycopg(target, minting);
      case SQLALCHEMY -> Snippets.sqlAlchemy(target, minting);
      case NODE -> Snippets.node(target, minting);
      case JAVA -> Snippets.java(target, minting);
      case GO -> Snippets.go(target, minting);
    };
  }

  /** The same with {@code mask} in the place of the password, to be looked at. */
  public String masked(Login login, Minting minting, Shell shell, String mask) {
    return text(login.withPassword(new Secret(PLACE)), minting, shell).replace(PLACE, mask);
  }
}
