package lakebase.ui.dialog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lakebase.model.Branch;
import lakebase.model.Database;
import lakebase.model.Endpoint;
import lakebase.model.Project;
import lakebase.model.ResourceName;
import lakebase.model.Role;
import lakebase.state.Ref;
import lakebase.ui.UiContext;

/** Where a resource lives, as people call it: {@code Shop / production}. */
public final class Places {

  private Places() {}

  /** The path to the resource and its own name. */
  public static String of(UiContext context, Ref.OfResource ref) {
    List<String> parts = new ArrayList<>();
    for (Optional<ResourceName> up = Optional.of(ref.name());
        up.isPresent();
        up = up.get().parent()) {
      parts.addFirst(title(context, ref.sibling(up.get())));
    }
    return String.join(" / ", parts);
  }

  /** The path to what the resource lives in; empty for a project. */
  public static String above(UiContext context, Ref.OfResource ref) {
    return ref.name().parent().map(up -> of(context, ref.sibling(up))).orElse("");
  }

  /** What people call the resource. */
  public static String title(UiContext context, Ref.OfResource ref) {
    String id = ref.name().id().value();
    return context
        .store()
        .state()
        .find(ref)
        .map(found ->
            switch (found) {
              case Project project -> project.displayName();
              case Role role -> role.postgresRole();
              case Database database -> database.spec().postgresDatabase();
              case Branch _, Endpoint _ -> id;
            })
        .orElse(id);
  }
}
