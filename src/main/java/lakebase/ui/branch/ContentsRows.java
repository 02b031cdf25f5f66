package lakebase.ui.branch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lakebase.model.Database;
import lakebase.model.IdentityType;
import lakebase.model.ResourceName;
import lakebase.model.Role;
import lakebase.model.RoleAttributes;
import lakebase.model.RoleName;
import lakebase.state.BackgroundTask.Verb;
import lakebase.state.Ref;
import lakebase.ui.UiContext;
import lakebase.ui.branch.BranchContent.DatabaseRow;
import lakebase.ui.branch.BranchContent.RoleRow;
import lakebase.ui.branch.BranchModel.Known;
import lakebase.ui.detail.Badge;
import lakebase.ui.detail.Cell;
import lakebase.ui.detail.Tone;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** The rows of the roles and databases of a branch. */
final class ContentsRows {

  private final UiContext context;

  ContentsRows(UiContext context) {
    this.context = context;
  }

  List<RoleRow> roles(Ref.OfResource ref, Known known) {
    Map<RoleName, List<String>> owned = new HashMap<>();
    for (Database database : known.entry().databases().values()) {
      RoleName owner = database.spec().owner();
      if (owner != null) {
        owned
            .computeIfAbsent(owner, _ -> new ArrayList<>())
            .add(database.spec().postgresDatabase());
      }
    }
    return known.entry().roles().values().stream()
        .map(role -> role(ref, role, owned.getOrDefault(role.name(), List.of()), known))
        .toList();
  }

  private RoleRow role(Ref.OfResource ref, Role role, List<String> owned, Known known) {
    return new RoleRow(
        ref.sibling(role.name()),
        Cell.of(icon(role.identityType()), role.postgresRole(), "", busy(role.name(), known)),
        Cell.of(context.texts().of("role.identity", role.identityType())),
        Cell.of(context.texts().of("role.auth", role.authMethod())),
        Cell.of(attributes(role.spec().attributes())),
        orNone(String.join(", ", role.spec().membershipRoles())),
        orNone(String.join(", ", owned)));
  }

  private static Ikon icon(IdentityType identity) {
    return switch (identity.value()) {
      case "SERVICE_PRINCIPAL" -> MaterialDesignR.ROBOT_OUTLINE;
      case "GROUP" -> MaterialDesignA.ACCOUNT_GROUP_OUTLINE;
      case "USER" -> MaterialDesignA.ACCOUNT_OUTLINE;
      default -> MaterialDesignA.ACCOUNT_KEY_OUTLINE;
    };
  }

  private String attributes(RoleAttributes attributes) {
    List<String> words = new ArrayList<>();
    if (attributes.createdb()) {
      words.add(context.texts().get("role.createdb"));
    }
    if (attributes.createrole()) {
      words.add(context.texts().get("role.createrole"));
    }
    if (attributes.bypassrls()) {
      words.add(context.texts().get("role.bypassrls"));
    }
    return words.isEmpty() ? "–" : String.join(", ", words);
  }

  List<DatabaseRow> databases(Ref.OfResource ref, Known known) {
    return known.entry().databases().values().stream()
        .map(database -> database(ref, database, known))
        .toList();
  }

  private DatabaseRow database(Ref.OfResource ref, Database database, Known known) {
    RoleName owner = database.spec().owner();
    Role role = owner == null ? null : known.entry().roles().get(owner);
    Instant created = database.metadata().createTime();
    return new DatabaseRow(
        ref.sibling(database.name()),
        Cell.of(
            MaterialDesignD.DATABASE_OUTLINE,
            database.spec().postgresDatabase(),
            "",
            busy(database.name(), known)),
        Cell.code(database.name().id().value()),
        owner == null
            ? Cell.NONE
            : Cell.of(role == null ? owner.id().value() : role.postgresRole()),
        created == null ? Cell.NONE : Cell.of(context.formats().dateTime(created)),
        created == null ? 0 : created.toEpochMilli());
  }

  /** What a task does to it at the moment. */
  private List<Badge> busy(ResourceName name, Known known) {
    @Nullable Verb verb = known.busy().get(name);
    return verb == null
        ? List.of()
        : List.of(
            Badge.of(
                context.texts().of("tree.busy", verb),
                Tone.ACCENT,
                MaterialDesignP.PROGRESS_CLOCK));
  }

  private static Cell orNone(String text) {
    return text.isEmpty() ? Cell.NONE : Cell.of(text);
  }
}
