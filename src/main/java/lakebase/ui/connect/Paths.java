package lakebase.ui.connect;

import lakebase.model.EndpointName;
import lakebase.state.Ref;
import lakebase.ui.UiContext;

/** What people call a compute. */
final class Paths {

  private Paths() {}

  /** The project's display name, the branch and the compute. */
  static String of(UiContext context, Ref.OfResource ref, EndpointName endpoint) {
    String project =
        context
            .store()
            .state()
            .workspace(ref.workspace())
            .flatMap(found -> found.inventory().project(endpoint.project()))
            .map(entry -> entry.project().displayName())
            .orElseGet(() -> endpoint.project().id().value());
    return String.join(" / ", project, endpoint.branch().id().value(), endpoint.id().value());
  }
}
