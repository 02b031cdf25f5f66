package lakebase.ui.detail;

import javafx.scene.layout.Region;
import lakebase.model.BranchName;
import lakebase.model.EndpointName;
import lakebase.model.ProjectName;
import lakebase.model.ResourceName;
import lakebase.state.Ref;
import lakebase.testkit.Fx;
import lakebase.testkit.Samples;
import lakebase.ui.UiContext;
import lakebase.ui.branch.BranchDetail;
import lakebase.ui.endpoint.EndpointDetail;
import lakebase.ui.project.ProjectDetail;
import lakebase.ui.workspace.WorkspaceDetail;

/** The page of any thing of the sample. */
final class Pages {

  private Pages() {}

  static Region of(UiContext context, Ref ref) {
    return Fx.call(() -> make(context, ref));
  }

  static Region of(UiContext context, ResourceName name) {
    return of(context, Ref.of(Samples.LOCAL, name));
  }

  private static Region make(UiContext context, Ref ref) {
    return switch (ref) {
      case Ref.OfWorkspace _ -> {
        WorkspaceDetail detail = new WorkspaceDetail(context);
        detail.show(ref);
        yield detail;
      }
      case Ref.OfResource(var _, ProjectName _) -> {
        ProjectDetail detail = new ProjectDetail(context);
        detail.show(ref);
        yield detail;
      }
      case Ref.OfResource(var _, BranchName _) -> {
        BranchDetail detail = new BranchDetail(context);
        detail.show(ref);
        yield detail;
      }
      case Ref.OfResource(var _, EndpointName _) -> {
        EndpointDetail detail = new EndpointDetail(context);
        detail.show(ref);
        yield detail;
      }
      case Ref.OfResource other -> throw new IllegalArgumentException("no page: " + other);
    };
  }
}
