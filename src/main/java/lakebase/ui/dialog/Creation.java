package lakebase.ui.dialog;

import java.util.List;
import java.util.Optional;
import lakebase.model.Draft;
import lakebase.state.WorkspaceId;
import lakebase.ui.form.FormModel;

/** What a dialog that creates something enters, without its nodes. */
public interface Creation {

  /** Where it will live. */
  WorkspaceId workspace();

  /** The fields. */
  FormModel form();

  /** The resource to be; empty while a field is wrong. */
  Optional<Draft> draft();

  /** What people will call it. */
  String title();

  /** What will exist afterwards, each a sentence, as entered now. */
  List<String> outcome();
}
