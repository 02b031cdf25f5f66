package lakebase.model;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The changeable fields of one kind of resource, in the order in which they are shown. Leaf paths
 * only: whole-message masks reset what is left out (contract §2.8, §10.4).
 */
public record MaskTable<T>(List<MaskField<T>> fields) {

  /** The changeable fields of a project. */
  public static final MaskTable<ProjectSpec> PROJECT =
      new MaskTable<>(
          List.of(
              MaskField.of(
                  "spec.display_name",
                  ProjectSpec::displayName,
                  (to, from) -> to.withDisplayName(from.displayName())),
              MaskField.lasting(
                  "spec.history_retention_duration",
                  ProjectSpec::historyRetention,
                  (to, from) -> to.withHistoryRetention(from.historyRetention())),
              MaskField.lasting(
                  "spec.default_branch",
                  ProjectSpec::defaultBranch,
                  (to, from) -> to.withDefaultBranch(from.defaultBranch())),
              MaskField.of(
                  "spec.enable_pg_native_login",
                  ProjectSpec::pgNativeLogin,
                  (to, from) -> to.withPgNativeLogin(from.pgNativeLogin())),
              MaskField.of(
                  "spec.budget_policy_id",
                  ProjectSpec::budgetPolicyId,
                  (to, from) -> to.withBudgetPolicyId(from.budgetPolicyId())),
              MaskField.of(
                  "spec.custom_tags",
                  ProjectSpec::customTags,
                  (to, from) -> to.withCustomTags(from.customTags())),
              defaults(
                  "autoscaling_limit_min_cu",
                  false,
                  d -> minCu(d.size()),
                  (to, from) -> to.withSize(withMin(to.size(), from.size()))),
              defaults(
                  "autoscaling_limit_max_cu",
                  false,
                  d -> maxCu(d.size()),
                  (to, from) -> to.withSize(withMax(to.size(), from.size()))),
              defaults(
                  "suspension",
                  true,
                  ComputeDefaults::suspension,
                  (to, from) -> to.withSuspension(from.suspension())),
              defaults(
                  "pg_settings",
                  true,
                  ComputeDefaults::pgSettings,
                  (to, from) -> to.withPgSettings(from.pgSettings()))));

  /** The changeable fields of a branch. */
  public static final MaskTable<BranchSpec> BRANCH =
      new MaskTable<>(
          List.of(
              MaskField.of(
                  "spec.is_protected",
                  BranchSpec::isProtected,
                  (to, from) -> to.withProtected(from.isProtected())),
              MaskField.of(
                  "spec.expiration",
                  BranchSpec::expiration,
                  (to, from) -> to.withExpiration(from.expiration()))));

  /** The changeable fields of an endpoint. */
  public static final MaskTable<EndpointSpec> ENDPOINT =
      new MaskTable<>(
          List.of(
              MaskField.lasting(
                  "spec.autoscaling_limit_min_cu",
                  s -> minCu(s.size()),
                  (to, from) -> to.withSize(withMin(to.size(), from.size()))),
              MaskField.lasting(
                  "spec.autoscaling_limit_max_cu",
                  s -> maxCu(s.size()),
                  (to, from) -> to.withSize(withMax(to.size(), from.size()))),
              MaskField.of(
                  "spec.suspension",
                  EndpointSpec::suspension,
                  (to, from) -> to.withSuspension(from.suspension())),
              MaskField.of(
                  "spec.disabled",
                  EndpointSpec::disabled,
                  (to, from) -> to.withDisabled(from.disabled())),
              group(
                  "min",
                  EndpointGroup::min,
                  (to, from) -> new EndpointGroup(from.min(), to.max(), to.readableSecondaries())),
              group(
                  "max",
                  EndpointGroup::max,
                  (to, from) -> new EndpointGroup(to.min(), from.max(), to.readableSecondaries())),
              group(
                  "enable_readable_secondaries",
                  EndpointGroup::readableSecondaries,
                  (to, from) -> new EndpointGroup(to.min(), to.max(), from.readableSecondaries())),
              MaskField.of(
                  "spec.settings.pg_settings",
                  EndpointSpec::pgSettings,
                  (to, from) -> to.withPgSettings(from.pgSettings()))));

  /** The changeable fields of a role. */
  public static final MaskTable<RoleSpec> ROLE =
      new MaskTable<>(
          List.of(
              MaskField.of(
                  "spec.membership_roles",
                  RoleSpec::membershipRoles,
                  (to, from) -> new RoleSpec(from.membershipRoles(), to.attributes())),
              attribute(
                  "createdb",
                  RoleAttributes::createdb,
                  (to, from) ->
                      new RoleAttributes(from.createdb(), to.createrole(), to.bypassrls())),
              attribute(
                  "createrole",
                  RoleAttributes::createrole,
                  (to, from) ->
                      new RoleAttributes(to.createdb(), from.createrole(), to.bypassrls())),
              attribute(
                  "bypassrls",
                  RoleAttributes::bypassrls,
                  (to, from) ->
                      new RoleAttributes(to.createdb(), to.createrole(), from.bypassrls()))));

  /** The changeable fields of a database. */
  public static final MaskTable<DatabaseSpec> DATABASE =
      new MaskTable<>(
          List.of(
              MaskField.of(
                  "spec.postgres_database",
                  DatabaseSpec::postgresDatabase,
                  (to, from) -> new DatabaseSpec(from.postgresDatabase(), to.owner())),
              MaskField.lasting(
                  "spec.role",
                  DatabaseSpec::owner,
                  (to, from) -> new DatabaseSpec(to.postgresDatabase(), from.owner()))));

  public MaskTable {
    fields = List.copyOf(fields);
  }

  /** The fields in which the two values differ, in the table's order. */
  public List<FieldChange> changes(T before, T after) {
    return fields.stream()
        .filter(field -> field.differs(before, after))
        .map(field ->
            new FieldChange(field.path(), field.get().apply(before), field.get().apply(after)))
        .toList();
  }

  /**
   * The field with that mask path.
   *
   * @throws NoSuchElementException when there is none
   */
  public MaskField<T> field(String path) {
    return fields.stream()
        .filter(field -> field.path().equals(path))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("no changeable field " + path));
  }

  /** The first value with every field that the mask names taken from the second. */
  public T merge(T onto, T from, UpdateMask mask) {
    T merged = onto;
    for (MaskField<T> field : fields) {
      merged = mask.contains(field.path()) ? field.copy().apply(merged, from) : merged;
    }
    return merged;
  }

  private static MaskField<ProjectSpec> defaults(
      String leaf,
      boolean clearable,
      Function<ComputeDefaults, @Nullable Object> get,
      BinaryOperator<ComputeDefaults> copy) {
    return new MaskField<>(
        "spec.default_endpoint_settings." + leaf,
        clearable,
        spec -> get.apply(spec.computeDefaults()),
        (to, from) ->
            to.withComputeDefaults(copy.apply(to.computeDefaults(), from.computeDefaults())));
  }

  private static MaskField<EndpointSpec> group(
      String leaf, Function<EndpointGroup, Object> get, BinaryOperator<EndpointGroup> copy) {
    return MaskField.lasting(
        "spec.group." + leaf,
        spec -> spec.group() == null ? null : get.apply(spec.group()),
        (to, from) -> {
          EndpointGroup source = from.group();
          EndpointGroup target = to.group() == null ? EndpointGroup.SINGLE : to.group();
          return to.withGroup(source == null ? null : copy.apply(target, source));
        });
  }

  private static MaskField<RoleSpec> attribute(
      String leaf, Function<RoleAttributes, Object> get, BinaryOperator<RoleAttributes> copy) {
    return MaskField.of(
        "spec.attributes." + leaf,
        spec -> get.apply(spec.attributes()),
        (to, from) ->
            new RoleSpec(to.membershipRoles(), copy.apply(to.attributes(), from.attributes())));
  }

  private static @Nullable Double minCu(@Nullable SizeRange size) {
    return size == null ? null : (Double) size.minCu();
  }

  private static @Nullable Double maxCu(@Nullable SizeRange size) {
    return size == null ? null : (Double) size.maxCu();
  }

  private static @Nullable SizeRange withMin(@Nullable SizeRange to, @Nullable SizeRange from) {
    if (from == null) {
      return null;
    }
    return to == null ? SizeRange.fixed(from.minCu()) : to.withMinCu(from.minCu());
  }

  private static @Nullable SizeRange withMax(@Nullable SizeRange to, @Nullable SizeRange from) {
    if (from == null) {
      return null;
    }
    return to == null ? SizeRange.fixed(from.maxCu()) : to.withMaxCu(from.maxCu());
  }
}
