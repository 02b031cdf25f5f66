package lakebase.local.engine;

import java.util.function.Function;
import lakebase.model.BranchName;
import lakebase.model.EndpointName;
import lakebase.model.ResourceName;
import lakebase.model.RoleName;

/** Resource names in requests. */
public final class Names {

  private Names() {}

  /** A name in a path; refuses with 404 what is not shaped like one (contract §3.4). */
  public static ResourceName inPath(String text) {
    try {
      return ResourceName.parse(text);
    } catch (IllegalArgumentException notAName) {
      throw Refusals.notAResource();
    }
  }

  static BranchName branch(String text) {
    return inBody(text, BranchName::parse, "projects/{project_id}/branches/{branch_id}", "Branch");
  }

  static RoleName role(String text) {
    return inBody(
        text,
        RoleName::parse,
        "projects/{project_id}/branches/{branch_id}/roles/{role_id}",
        "Role");
  }

  static EndpointName endpoint(String text) {
    return inBody(
        text,
        EndpointName::parse,
        "projects/{project_id}/branches/{branch_id}/endpoints/{endpoint_id}",
        "Endpoint");
  }

  private static <T> T inBody(String text, Function<String, T> parser, String format, String kind) {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException notAName) {
      throw Refusals.invalid(kind + " name expects '" + format + "' format");
    }
  }
}
