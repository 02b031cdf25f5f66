package lakebase.ui.workspace;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lakebase.api.ApiException;
import lakebase.auth.Account;
import lakebase.auth.ConnectionTest.Step;
import lakebase.auth.Discovery;
import lakebase.auth.MemorySecrets;
import lakebase.auth.Offer;
import lakebase.auth.SecretKeeper;
import lakebase.auth.SecretKind;
import lakebase.auth.Session;
import lakebase.auth.SignIns;
import lakebase.model.ApiFailure;
import lakebase.model.Secret;
import lakebase.model.ServiceError;
import lakebase.model.SignIn;
import lakebase.state.WorkspaceId;
import lakebase.state.WorkspaceSettings;
import org.jspecify.annotations.Nullable;

/** A machine with two profiles, and a way that fails where a test says so. */
final class Desk {

  static final Path FILE = Path.of("/home/ada/.databrickscfg");
  static final Offer DEV =
      new Offer(
          new SignIn.Profile("dev"),
          "https://dev.cloud.databricks.com/",
          Offer.Kind.DATABRICKS_CLI,
          FILE.toString());
  static final Offer PROD =
      new Offer(
          new SignIn.Profile("prod"),
          "https://prod-eu.cloud.databricks.com",
          Offer.Kind.SERVICE_PRINCIPAL,
          FILE.toString());
  static final Offer BROWSER = new Offer(new SignIn.Browser(), "", Offer.Kind.BROWSER, "");
  static final Offer CLIENT =
      new Offer(new SignIn.ServicePrincipal(""), "", Offer.Kind.SERVICE_PRINCIPAL, "");
  static final Offer TOKEN = new Offer(new SignIn.AccessToken(), "", Offer.Kind.ACCESS_TOKEN, "");

  final List<Account> tried = new ArrayList<>();
  final List<WorkspaceSettings> added = new ArrayList<>();
  final List<WorkspaceSettings> changed = new ArrayList<>();
  final List<WorkspaceId> signedIn = new ArrayList<>();
  final List<String> usedSecrets = new ArrayList<>();
  final Keyring keyring = new Keyring();

  /** Where it fails, and how. */
  @Nullable Step stumbling;

  String code = "REFRESH_TOKEN_EXPIRED";
  String message = "invalid_grant";

  /** A keyring that can be away, or refuse. */
  static final class Keyring implements SecretKeeper {
    final MemorySecrets kept = new MemorySecrets();
    boolean lasting = true;
    boolean refusing;

    @Override
    public boolean isLasting() {
      return lasting;
    }

    @Override
    public Optional<Secret> find(String account, SecretKind kind) {
      return kept.find(account, kind);
    }

    @Override
    public boolean keep(String account, SecretKind kind, Secret secret) {
      kept.keep(account, kind, secret);
      return lasting && !refusing;
    }

    @Override
    public void forget(String account, SecretKind kind) {
      kept.forget(account, kind);
    }
  }

  WorkspaceTools tools() {
    return new WorkspaceTools(
        () -> new Discovery(List.of(DEV, PROD, BROWSER, CLIENT, TOKEN), List.of()),
        this::signIns,
        this::take,
        keyring,
        added::add,
        changed::add,
        signedIn::add);
  }

  private SignIns signIns(SecretKeeper secrets) {
    return account -> {
      tried.add(account);
      for (SecretKind kind : SecretKind.values()) {
        secrets
            .find(account.key(), kind)
            .ifPresent(secret -> usedSecrets.add(kind + "=" + secret.reveal()));
      }
      return new Silent();
    };
  }

  private String take(Step step, Account account, Session session) {
    if (step == stumbling) {
      ApiFailure.Details details =
          new ApiFailure.Details(
              0, new ServiceError(code, message, List.of(), null), "sign in to " + account.host());
      throw new ApiException(
          step.compareTo(Step.SIGN_IN) < 0
              ? new ApiFailure.Network(details)
              : new ApiFailure.Unauthorized(details));
    }
    return FOUND.getOrDefault(step, "");
  }

  private static final Map<Step, String> FOUND =
      Map.of(
          Step.NAME, "203.0.113.7",
          Step.TCP, "203.0.113.7:443",
          Step.TLS, "TLSv1.3, CN=Example Authority",
          Step.HTTP, "HTTP 200",
          Step.WHO, "ada@example.com",
          Step.PROJECTS, "42");

  private static final class Silent implements Session {
    @Override
    public Secret token() {
      return new Secret("");
    }

    @Override
    public Optional<Instant> expires() {
      return Optional.empty();
    }

    @Override
    public void signIn() {}

    @Override
    public void signOut() {}

    @Override
    public void close() {}
  }
}
