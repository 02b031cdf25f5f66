package lakebase.auth;

import java.time.InstantSource;
import java.util.function.Function;
import lakebase.api.RawHttp;
import lakebase.model.SignIn;

/**
 * Opens sessions by Databricks unified authentication. The vendor's library is loaded by the first
 * token that needs it.
 */
public final class UnifiedSignIns implements SignIns {

  private final Machine machine;
  private final SecretKeeper secrets;
  private final Function<Account, RawHttp> http;
  private final Browser browser;
  private final InstantSource clock;
  private final Later later;

  /**
   * Opens sessions on that machine.
   *
   * @param secrets where what a person typed is found, and refresh tokens are kept
   * @param http sends the requests of that account
   * @param browser where a person signs in
   */
  public UnifiedSignIns(
      Machine machine,
      SecretKeeper secrets,
      Function<Account, RawHttp> http,
      Browser browser,
      InstantSource clock) {
    this(machine, secrets, http, browser, clock, Later.VIRTUAL);
  }

  UnifiedSignIns(
      Machine machine,
      SecretKeeper secrets,
      Function<Account, RawHttp> http,
      Browser browser,
      InstantSource clock,
      Later later) {
    this.machine = machine;
    this.secrets = secrets;
    this.http = http;
    this.browser = browser;
    this.clock = clock;
    this.later = later;
  }

  /** The same with other secrets, for an account that is only tried. */
  public UnifiedSignIns with(SecretKeeper others) {
    return new UnifiedSignIns(machine, others, http, browser, clock, later);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException for {@link SignIn.Embedded}, which needs no session
   */
  @Override
  public Session open(Account account) {
    if (account.signIn() instanceof SignIn.Embedded) {
      throw new IllegalArgumentException("the embedded workspace has a token of its own");
    }
    return new RenewingSession(account, () -> maker(account), clock, later);
  }

  private TokenMaker maker(Account account) {
    RawHttp sender = http.apply(account);
    return switch (account.signIn()) {
      case SignIn.AccessToken _ -> new KeptToken(account, secrets, clock);
      case SignIn.Browser _ ->
          new BrowserTokens(account, machine.withoutSignIn(), secrets, sender, browser, clock);
      case SignIn.Environment _ -> new UnifiedTokens(account, machine, secrets, sender, clock);
      default -> new UnifiedTokens(account, machine.withoutSignIn(), secrets, sender, clock);
    };
  }
}
