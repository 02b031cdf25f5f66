package lakebase.wire;

import java.util.List;
import lakebase.model.AccessEntry;
import lakebase.model.CredentialRequest;
import lakebase.model.Draft;
import lakebase.model.Spec;
import lakebase.model.UpdateMask;

/** The bodies of requests as JSON text, for a client that has no business with JSON trees. */
public final class Requests {

  private Requests() {}

  /** Asks for a new resource. */
  public static String create(Draft draft) {
    return Json.text(DraftJson.write(draft));
  }

  /** Asks for an update; see {@link MaskedJson#write}. */
  public static String update(Spec edited, UpdateMask mask) {
    return Json.text(MaskedJson.write(edited, mask));
  }

  /** Asks for an undeletion, which needs no more than an object. */
  public static String undelete() {
    return Json.text(Json.object());
  }

  /** Asks for permissions; see {@link PermissionsJson#writeRequest}. */
  public static String permissions(List<AccessEntry> entries) {
    return Json.text(PermissionsJson.writeRequest(entries));
  }

  /** Asks for a credential. */
  public static String credential(CredentialRequest request) {
    return Json.text(CredentialJson.writeRequest(request));
  }

  /**
   * The same JSON, indented for people.
   *
   * @throws WireException when the text is not JSON
   */
  public static String pretty(String json) {
    return Json.pretty(Json.parse(json));
  }
}
