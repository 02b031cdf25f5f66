package lakebase.ui.credential;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import lakebase.connect.Login;
import lakebase.connect.Minting;
import lakebase.connect.Offer;
import lakebase.connect.Shell;
import lakebase.connect.Target;
import lakebase.connect.TextKind;
import lakebase.model.EndpointName;
import lakebase.model.Secret;
import lakebase.state.Ref;
import lakebase.ui.UiContext;
import org.jspecify.annotations.Nullable;

/** What is chosen at the desk, and the texts that follow from it and the token. FX thread. */
final class DeskModel {

  private static final String MASK = "•".repeat(12);

  private final UiContext context;
  private final Ref.OfResource ref;
  private final EndpointName endpoint;
  private final CredentialModel token;
  private final Shell shell;
  private final ReadOnlyObjectWrapper<DeskChoices> choices =
      new ReadOnlyObjectWrapper<>(DeskChoices.NONE);
  private final ObjectProperty<@Nullable RoleChoice> role = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable String> database = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable HostChoice> host = new SimpleObjectProperty<>();
  private final ObjectProperty<TextKind> kind = new SimpleObjectProperty<>(TextKind.PSQL);
  private final ReadOnlyObjectWrapper<Optional<Offer>> offer =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  DeskModel(
      UiContext context,
      Ref.OfResource ref,
      EndpointName endpoint,
      CredentialModel token,
      Shell shell) {
    this.context = context;
    this.ref = ref;
    this.endpoint = endpoint;
    this.token = token;
    this.shell = shell;
    take(DeskChoices.of(context.store().state(), ref, endpoint));
    role.subscribe(this::roleChosen);
    database.subscribe(_ -> renew());
    host.subscribe(_ -> renew());
    kind.subscribe(_ -> renew());
    token.phaseProperty().subscribe(_ -> renew());
  }

  /** Reads roles and databases, which may not be known, and asks for a token. */
  void open() {
    context.inventories().readContents(Ref.of(ref.workspace(), endpoint.branch()));
    token.generate();
  }

  /** The life of the token. */
  CredentialModel token() {
    return token;
  }

  /** What can be chosen. */
  ReadOnlyObjectProperty<DeskChoices> choicesProperty() {
    return choices.getReadOnlyProperty();
  }

  ObjectProperty<@Nullable RoleChoice> roleProperty() {
    return role;
  }

  ObjectProperty<@Nullable String> databaseProperty() {
    return database;
  }

  ObjectProperty<@Nullable HostChoice> hostProperty() {
    return host;
  }

  /** Which text is shown. */
  ObjectProperty<TextKind> kindProperty() {
    return kind;
  }

  /** The login that can be used now. */
  ReadOnlyObjectProperty<Optional<Offer>> offerProperty() {
    return offer.getReadOnlyProperty();
  }

  /** What can be chosen now; what is chosen stays where it still can be. */
  void take(DeskChoices now) {
    choices.set(now);
    role.set(kept(role.get(), now.roles()));
    database.set(kept(database.get(), now.databases()));
    host.set(kept(host.get(), now.hosts()));
    renew();
  }

  private static <T> @Nullable T kept(@Nullable T chosen, List<T> possible) {
    return chosen != null && possible.contains(chosen)
        ? chosen
        : possible.stream().findFirst().orElse(null);
  }

  private void roleChosen(@Nullable RoleChoice now) {
    if (now != null) {
      token.choose(now);
    }
    renew();
  }

  /** Why there is no token for the chosen role; empty when there can be one. */
  String roleProblem() {
    RoleChoice chosen = role.get();
    return chosen != null && chosen.whose() == RoleChoice.Whose.OTHER
        ? context.texts().get("credential.role.other", chosen.name())
        : "";
  }

  private void renew() {
    offer.set(makeOffer());
    if (kind.get() != null && !isPossible(kind.get())) {
      kind.set(TextKind.PSYCOPG);
    }
  }

  private Optional<Offer> makeOffer() {
    return token
        .credential()
        .flatMap(found ->
            target()
                .map(target ->
                    new Offer(new Login(target, found.token(), found.expireTime()), minting())));
  }

  private Optional<Target> target() {
    RoleChoice as = role.get();
    HostChoice at = host.get();
    String in = database.get();
    return as == null || at == null || in == null
        ? Optional.empty()
        : Optional.of(new Target(at.host(), at.port(), in, as.name()));
  }

  /** The login of the text that is shown; one without a password needs none. */
  private Optional<Login> login() {
    return kind.get().isSecret()
        ? offer.get().map(Offer::login)
        : target().map(target -> new Login(target, new Secret(""), Instant.EPOCH));
  }

  private Minting minting() {
    RoleChoice as = role.get();
    return new Minting(choices.get().workspace(), endpoint, as == null ? "" : as.group());
  }

  /** Whether there is such a text for the chosen role. */
  boolean isPossible(TextKind wanted) {
    return wanted.isPossible(minting());
  }

  /** The text as it is shown; empty when there is none. */
  String text() {
    return login()
        .map(now ->
            token.revealedProperty().get()
                ? kind.get().text(now, minting(), shell)
                : kind.get().masked(now, minting(), shell, MASK))
        .orElse("");
  }

  /** Puts the text on the clipboard, with the token where it belongs there: then for a minute. */
  void copyText() {
    login()
        .ifPresent(now -> {
          String text = kind.get().text(now, minting(), shell);
          if (kind.get().isSecret()) {
            token.copy(new Secret(text));
          } else {
            context.intents().copy(text);
          }
        });
  }
}
