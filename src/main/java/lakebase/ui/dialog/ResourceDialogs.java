package lakebase.ui.dialog;

import java.util.function.Function;
import lakebase.model.Spec;
import lakebase.state.Ref;
import lakebase.ui.UiContext;
import lakebase.ui.form.EditModel;
import lakebase.ui.form.FormModel;
import lakebase.ui.form.FormPane;

/** What the dialogs that create and edit resources of any kind have in common. FX thread. */
public final class ResourceDialogs {

  /**
   * What is particular to an edit.
   *
   * @param title what people call the resource
   * @param model the edit of its changeable values
   * @param fields the fields that are bound to it
   * @param form their controls
   */
  public record Edit<T extends Spec>(
      DialogHead head, String title, EditModel<T> model, FormModel fields, FormPane form) {}

  private final UiContext context;
  private final DialogHost host;

  /** Dialogs shown by that host. */
  public ResourceDialogs(UiContext context, DialogHost host) {
    this.context = context;
    this.host = host;
  }

  /**
   * Opens a dialog that creates a resource.
   *
   * @param action verb and object on its button
   */
  public void create(DialogHead head, String action, Creation creation, FormPane form) {
    new CreateDialog(context, host, head, action, creation, form).open();
  }

  /**
   * Opens a dialog that edits a resource, with what is known of it; where nothing is, it is read.
   *
   * @param reader reads the resource; again, too, before the edit is sent
   * @param spec its changeable values
   * @param edit its edit
   */
  public <R, T extends Spec> void edit(
      Ref.OfResource ref,
      Class<R> type,
      KnownOrRead.Reader<R> reader,
      Function<R, T> spec,
      Function<R, Edit<T>> edit) {
    KnownOrRead.then(
        context, host, ref, type, reader, found -> open(ref, reader, spec, edit.apply(found)));
  }

  private <R, T extends Spec> void open(
      Ref.OfResource ref, KnownOrRead.Reader<R> reader, Function<R, T> spec, Edit<T> edit) {
    EditSession<T> session =
        EditSession.of(
            context,
            ref,
            edit.title(),
            edit.model(),
            edit.fields(),
            api -> spec.apply(reader.read(api)));
    new EditDialog<>(context, host, edit.head(), session, edit.form()).open();
  }
}
