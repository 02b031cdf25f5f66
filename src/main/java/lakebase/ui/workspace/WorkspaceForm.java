package lakebase.ui.workspace;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import lakebase.api.BaseUri;
import lakebase.auth.Account;
import lakebase.auth.Offer;
import lakebase.auth.SecretKeeper;
import lakebase.auth.SecretKind;
import lakebase.model.Secret;
import lakebase.model.SignIn;
import lakebase.state.WorkspaceColour;
import lakebase.state.WorkspaceId;
import lakebase.state.WorkspaceSettings;
import lakebase.ui.UiContext;
import lakebase.ui.form.Checks;
import lakebase.ui.form.FormField;
import lakebase.ui.form.FormModel;
import org.jspecify.annotations.Nullable;

/** A workspace as entered: how one signs in, where it is, what it is called. Knows no node. */
final class WorkspaceForm {

  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_SECRET = 4096;

  final FormField<Offer> offer;
  final FormField<String> host;
  final FormField<String> clientId;
  final FormField<String> clientSecret;
  final FormField<String> accessToken;
  final FormField<Boolean> agreed;
  final FormField<String> name;
  final FormField<WorkspaceColour> colour;
  final FormField<String> certificates;
  final FormField<Boolean> readOnly;

  /** Whether the keyring keeps secrets beyond this run; taken for granted until it has answered. */
  final SimpleBooleanProperty lasting = new SimpleBooleanProperty(true);

  private final UiContext context;
  private final Checks checks;
  private final WorkspaceId id;
  private final @Nullable WorkspaceSettings before;
  private String proposedName = "";

  /**
   * What is entered at first.
   *
   * @param first the way to sign in that is chosen
   * @param colour one that no other workspace has
   * @param before what is edited; absent when one is added
   */
  WorkspaceForm(
      UiContext context,
      WorkspaceId id,
      Offer first,
      WorkspaceColour colour,
      @Nullable WorkspaceSettings before) {
    this.context = context;
    this.checks = Checks.of(context);
    this.id = id;
    this.before = before;
    offer = FormField.free("sign_in", first);
    host = field("host", before == null ? first.host() : before.host(), this::checkHost);
    clientId = field("client_id", clientIdOf(first.signIn()), this::checkClientId);
    clientSecret =
        field("client_secret", "", text -> checkSecret(text, SignIn.ServicePrincipal.class));
    accessToken = field("access_token", "", text -> checkSecret(text, SignIn.AccessToken.class));
    agreed = new FormField<>("agreed", false, this::checkAgreed);
    name = field("name", before == null ? "" : before.name(), this::checkName);
    this.colour = FormField.free("colour", before == null ? colour : before.colour());
    certificates =
        field("certificates", before == null ? "" : before.certificates(), this::checkCertificates);
    readOnly = FormField.free("read_only", before != null && before.readOnly());
    offer.valueProperty().addListener((_, _, _) -> chosen());
    host.valueProperty()
        .addListener((_, _, _) -> {
          proposeName();
          clientSecret.checkAgain();
          accessToken.checkAgain();
        });
    clientId.valueProperty().addListener((_, _, _) -> clientSecret.checkAgain());
    lasting.addListener((_, _, _) -> agreed.checkAgain());
    proposeName();
  }

  private static FormField<String> field(
      String name, String initial, Function<String, Optional<String>> check) {
    return new FormField<>(name, initial, check);
  }

  /** All of it, in the order in which it stands. */
  FormModel form() {
    return FormModel.of(
        offer,
        host,
        clientId,
        clientSecret,
        accessToken,
        agreed,
        name,
        colour,
        certificates,
        readOnly);
  }

  /** Only what a test needs. */
  FormModel way() {
    return FormModel.of(offer, host, clientId, clientSecret, accessToken, certificates);
  }

  /** Whether that way to sign in is chosen. */
  BooleanBinding is(Class<? extends SignIn> way) {
    return Bindings.createBooleanBinding(() -> isChosen(way), offer.valueProperty());
  }

  /** Whether the host is entered, not found. */
  ObservableBooleanValue isHostEntered() {
    return Bindings.createBooleanBinding(() -> !isHostFound(), offer.valueProperty());
  }

  /** Whether a secret is typed that no keyring would keep. */
  ObservableBooleanValue isAgreementNeeded() {
    return Bindings.createBooleanBinding(this::needsAgreement, offer.valueProperty(), lasting);
  }

  /** What it is to be from now on; only of a form in which nothing is wrong. */
  WorkspaceSettings settings() {
    return new WorkspaceSettings(
        id,
        name.get().strip(),
        colour.get(),
        address().toString(),
        signIn(),
        certificates.get().strip(),
        readOnly.get());
  }

  /** Who is to be signed in where; only where nothing is wrong with the way. */
  Account account() {
    String file = certificates.get().strip();
    return new Account(id.value(), address(), signIn(), file.isEmpty() ? null : Path.of(file));
  }

  /** Whether it signs in to another host, or another way, than before. */
  boolean isOtherAccount() {
    return !isAccountOf(before);
  }

  /** Whether it is an edit, in which the secret of the same account need not be typed again. */
  boolean isEdit() {
    return before != null;
  }

  /** Whether a secret was typed. */
  boolean isSecretTyped() {
    return typed().isPresent();
  }

  /** Puts what was typed into the keeper. */
  void keepTyped(SecretKeeper keeper) {
    typed().ifPresent(secret -> keeper.keep(id.value(), secretKind(), secret));
  }

  /** Takes over what is kept and need not be typed again, for a test. Blocks. */
  void keepKept(SecretKeeper from, SecretKeeper to) {
    boolean typedOnce =
        isChosen(SignIn.ServicePrincipal.class) || isChosen(SignIn.AccessToken.class);
    if (typedOnce && isAccountOf(before) && !isSecretTyped()) {
      from.find(id.value(), secretKind())
          .ifPresent(secret -> to.keep(id.value(), secretKind(), secret));
    }
  }

  /** Forgets what was typed. */
  void forgetSecrets() {
    clientSecret.set("");
    accessToken.set("");
  }

  private Optional<Secret> typed() {
    String text =
        switch (offer.get().signIn()) {
          case SignIn.ServicePrincipal _ -> clientSecret.get();
          case SignIn.AccessToken _ -> accessToken.get();
          default -> "";
        };
    return Optional.of(text.strip()).filter(secret -> !secret.isEmpty()).map(Secret::new);
  }

  private SecretKind secretKind() {
    return isChosen(SignIn.AccessToken.class) ? SecretKind.ACCESS_TOKEN : SecretKind.CLIENT_SECRET;
  }

  private SignIn signIn() {
    return isChosen(SignIn.ServicePrincipal.class)
        ? new SignIn.ServicePrincipal(clientId.get().strip())
        : offer.get().signIn();
  }

  private URI address() {
    return typedHost().orElseThrow();
  }

  private Optional<URI> typedHost() {
    return BaseUri.typed(isHostFound() ? offer.get().host() : host.get());
  }

  private boolean isChosen(Class<? extends SignIn> way) {
    return way.isInstance(offer.get().signIn());
  }

  private boolean isHostFound() {
    return BaseUri.typed(offer.get().host()).isPresent();
  }

  private boolean needsAgreement() {
    return !lasting.get()
        && (isChosen(SignIn.ServicePrincipal.class) || isChosen(SignIn.AccessToken.class));
  }

  private void chosen() {
    proposeName();
    form().fields().forEach(FormField::checkAgain);
  }

  /** Follows what is chosen until the person types a name. */
  private void proposeName() {
    if (before != null || !name.get().equals(proposedName)) {
      return;
    }
    proposedName =
        offer.get().signIn() instanceof SignIn.Profile(String profile)
            ? profile
            : BaseUri.typed(host.get())
                .map(uri -> uri.getHost().replaceFirst("\\..*$", ""))
                .orElse("");
    name.set(proposedName);
  }

  private Optional<String> checkHost(String text) {
    boolean good = isHostFound() || BaseUri.typed(text).isPresent();
    return good ? Optional.empty() : problem("workspace.form.host.wrong");
  }

  private Optional<String> checkClientId(String text) {
    return isChosen(SignIn.ServicePrincipal.class)
        ? checks.text(text, LONGEST_SECRET)
        : Optional.empty();
  }

  private Optional<String> checkSecret(String text, Class<? extends SignIn> way) {
    return !isChosen(way) || (text.isEmpty() && isAccountOf(before))
        ? Optional.empty()
        : checks.text(text, LONGEST_SECRET);
  }

  /** A secret is kept for one host and one identity, and goes to no other. */
  private boolean isAccountOf(@Nullable WorkspaceSettings known) {
    return known != null
        && known.signIn().equals(signIn())
        && typedHost().map(URI::toString).filter(known.host()::equals).isPresent();
  }

  private Optional<String> checkAgreed(boolean yes) {
    boolean asked = needsAgreement() && isSecretTyped();
    return asked && !yes ? problem("workspace.form.agreed.needed") : Optional.empty();
  }

  private Optional<String> checkName(String text) {
    return checks
        .text(text, LONGEST_NAME)
        .or(() ->
            context.store().state().workspaces().values().stream()
                .filter(other -> !other.id().equals(id))
                .filter(other -> other.name().equalsIgnoreCase(text.strip()))
                .findFirst()
                .map(_ -> context.texts().get("workspace.form.name.taken")));
  }

  private Optional<String> checkCertificates(String text) {
    try {
      return text.isBlank() || Files.isReadable(Path.of(text.strip()))
          ? Optional.empty()
          : problem("workspace.form.certificates.unreadable");
    } catch (InvalidPathException noPath) {
      return problem("workspace.form.certificates.unreadable");
    }
  }

  private Optional<String> problem(String key) {
    return Optional.of(context.texts().get(key));
  }

  private static String clientIdOf(SignIn signIn) {
    return signIn instanceof SignIn.ServicePrincipal(String id) ? id : "";
  }
}
