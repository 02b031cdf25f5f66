package lakebase.ui.workspace;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import lakebase.auth.Offer;
import lakebase.model.SignIn;
import lakebase.state.WorkspaceColour;
import lakebase.ui.Texts;
import lakebase.ui.UiContext;
import lakebase.ui.form.Checks;
import lakebase.ui.form.FormBuilder;
import lakebase.ui.form.FormPane;

/** The fields of a workspace: what each is called, and what is good to know about it. */
final class WorkspaceFields {

  private final UiContext context;
  private final Texts texts;
  private final WorkspaceForm form;
  private final List<Offer> offers;
  private final Runnable chooseFile;

  WorkspaceFields(UiContext context, WorkspaceForm form, List<Offer> offers, Runnable chooseFile) {
    this.context = context;
    this.texts = context.texts();
    this.form = form;
    this.offers = offers;
    this.chooseFile = chooseFile;
  }

  FormPane pane() {
    FormBuilder builder = new FormBuilder(Checks.of(context));
    signIn(builder);
    look(builder);
    return builder.build();
  }

  private void signIn(FormBuilder builder) {
    OfferWords words = new OfferWords(texts);
    builder
        .choice(
            form.offer,
            offers,
            words::name,
            it ->
                it.label(text("signIn"))
                    .derived(
                        Bindings.createStringBinding(
                            () -> words.source(form.offer.get()), form.offer.valueProperty())))
        .text(
            form.host,
            it ->
                it.mono()
                    .prompt("https://….cloud.databricks.com")
                    .label(text("host"))
                    .visibleWhen(form.isHostEntered()));
    secrets(builder);
    builder.toggle(
        form.agreed,
        text("agreed.word"),
        it ->
            it.label(text("agreed"))
                .help(text("agreed.help"))
                .visibleWhen(form.isAgreementNeeded()));
  }

  private void secrets(FormBuilder builder) {
    builder
        .text(
            form.clientId,
            it ->
                it.mono()
                    .label(text("clientId"))
                    .visibleWhen(form.is(SignIn.ServicePrincipal.class)))
        .secret(
            form.clientSecret,
            it ->
                it.prompt(secretPrompt())
                    .label(text("clientSecret"))
                    .visibleWhen(form.is(SignIn.ServicePrincipal.class)))
        .secret(
            form.accessToken,
            it ->
                it.prompt(secretPrompt())
                    .label(text("accessToken"))
                    .visibleWhen(form.is(SignIn.AccessToken.class)));
  }

  private void look(FormBuilder builder) {
    Button choose = new Button(text("certificates.choose"));
    choose.setId("choose-certificates");
    choose.setOnAction(_ -> chooseFile.run());
    builder
        .text(form.name, it -> it.label(text("name")))
        .choice(
            form.colour,
            List.of(WorkspaceColour.values()),
            colour -> texts.of("workspace.colour", colour),
            it -> it.label(text("colour")))
        .toggle(
            form.readOnly,
            text("readOnly.word"),
            it -> it.label(text("readOnly")).help(text("readOnly.help")))
        .text(
            form.certificates,
            it ->
                it.mono()
                    .label(text("certificates"))
                    .help(text("certificates.help"))
                    .extra(choose));
  }

  private String secretPrompt() {
    return form.isEdit() ? text("secret.kept") : "";
  }

  private String text(String key) {
    return texts.get("workspace.form." + key);
  }
}
