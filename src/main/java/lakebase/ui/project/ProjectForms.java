package lakebase.ui.project;

import java.util.List;
import lakebase.model.BranchName;
import lakebase.ui.Texts;
import lakebase.ui.UiContext;
import lakebase.ui.form.Checks;
import lakebase.ui.form.FormBuilder;
import lakebase.ui.form.FormPane;
import lakebase.ui.form.PairsControl;

/** The forms of a project: what each field is called, and what is good to know about it. */
final class ProjectForms {

  private final UiContext context;
  private final Texts texts;

  ProjectForms(UiContext context) {
    this.context = context;
    this.texts = context.texts();
  }

  FormPane create(ProjectCreation model) {
    return new FormBuilder(Checks.of(context))
        .text(model.displayName, it -> it.label(texts.get("field.displayName")))
        .text(
            model.id, it -> it.mono().label(texts.get("field.id")).help(texts.get("field.id.help")))
        .segments(
            model.version,
            PgVersion.class,
            version -> Integer.toString(version.major()),
            it -> it.label(texts.get("field.version")).help(texts.get("field.version.help")))
        .text(
            model.retention,
            it ->
                it.unit(texts.get("form.unit.DAYS"))
                    .label(texts.get("field.retention"))
                    .help(texts.get("field.retention.help")))
        .size(model.size, it -> it.label(texts.get("field.size.first")))
        .suspension(
            model.suspension,
            it -> it.label(texts.get("field.suspension")).help(texts.get("field.suspension.help")))
        .pairs(model.tags, tagWords(), it -> it.label(texts.get("field.tags")))
        .build();
  }

  FormPane edit(ProjectEdit model, List<BranchName> branches) {
    return new FormBuilder(Checks.of(context))
        .text(model.displayName, it -> it.label(texts.get("field.displayName")))
        .text(
            model.retention,
            it ->
                it.unit(texts.get("form.unit.DAYS"))
                    .label(texts.get("field.retention"))
                    .help(texts.get("field.retention.help")))
        .choice(
            model.defaultBranch,
            branches,
            name -> name.id().value(),
            it ->
                it.label(texts.get("field.defaultBranch"))
                    .help(texts.get("field.defaultBranch.help")))
        .toggle(
            model.nativeLogin,
            texts.get("field.nativeLogin.word"),
            it -> it.label(texts.get("field.nativeLogin")))
        .text(model.budgetPolicy, it -> it.mono().label(texts.get("field.budgetPolicy")))
        .pairs(model.tags, tagWords(), it -> it.label(texts.get("field.tags")))
        .heading(texts.get("field.defaults"))
        .size(
            model.size,
            it -> it.label(texts.get("field.size")).help(texts.get("field.defaults.help")))
        .suspension(
            model.suspension,
            it -> it.label(texts.get("field.suspension")).help(texts.get("field.suspension.help")))
        .pairs(
            model.settings,
            new PairsControl.Words(
                texts.get("field.settings.key"),
                texts.get("field.settings.value"),
                texts.get("field.settings.add")),
            it -> it.label(texts.get("field.settings")))
        .build();
  }

  private PairsControl.Words tagWords() {
    return new PairsControl.Words(
        texts.get("field.tags.key"), texts.get("field.tags.value"), texts.get("field.tags.add"));
  }
}
