package lakebase.model;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who was given what on a project itself (contract §1.4); what comes from above is not a part of
 * it. Each principal is one changeable field.
 *
 * @param levels the level by principal, in their order
 * @param isWhole whether that is everybody; else the list must not be replaced
 */
public record AccessSpec(SortedMap<Principal, AccessLevel> levels, boolean isWhole) {

  /** Nobody. */
  public static final AccessSpec NOBODY = new AccessSpec(new TreeMap<>(), true);

  public AccessSpec {
    levels = Collections.unmodifiableSortedMap(new TreeMap<>(levels));
  }

  /**
   * What the list grants on the project itself. Of several levels of one principal the highest
   * counts; a kind of principal that this model has no word for is left out.
   */
  public static AccessSpec of(List<AccessEntry> list) {
    SortedMap<Principal, AccessLevel> levels = new TreeMap<>();
    boolean whole = true;
    for (AccessEntry entry : list) {
      Optional<Principal> who = entry.inherited() ? Optional.empty() : entry.who();
      who.ifPresent(
          known -> levels.merge(known, new AccessLevel(entry.level()), AccessSpec::higher));
      whole &= entry.inherited() || who.isPresent();
    }
    return new AccessSpec(levels, whole);
  }

  /** The changeable fields of these values: everybody who is in one of them. */
  public static MaskTable<AccessSpec> fields(Collection<AccessSpec> values) {
    return new MaskTable<>(
        values.stream()
            .flatMap(value -> value.levels.keySet().stream())
            .distinct()
            .sorted()
            .map(AccessSpec::field)
            .toList());
  }

  /** The level of that principal; empty where it has none of its own. */
  public Optional<AccessLevel> level(Principal who) {
    return Optional.ofNullable(levels.get(who));
  }

  /** The same with that level for the principal; null takes it away. */
  public AccessSpec with(Principal who, @Nullable AccessLevel level) {
    SortedMap<Principal, AccessLevel> copy = new TreeMap<>(levels);
    if (level == null) {
      copy.remove(who);
    } else {
      copy.put(who, level);
    }
    return new AccessSpec(copy, isWhole);
  }

  /** As entries of the project's own list. */
  public List<AccessEntry> entries() {
    return entries(levels.entrySet().stream());
  }

  /** The entries that are not in {@code before}, or have another level there. */
  public List<AccessEntry> since(AccessSpec before) {
    return entries(
        levels.entrySet().stream()
            .filter(entry -> !entry.getValue().equals(before.levels.get(entry.getKey()))));
  }

  /** Whether anybody of {@code before} is gone. */
  public boolean lacksAnyOf(AccessSpec before) {
    return !levels.keySet().containsAll(before.levels.keySet());
  }

  private static List<AccessEntry> entries(Stream<Map.Entry<Principal, AccessLevel>> levels) {
    return levels
        .map(entry ->
            new AccessEntry(
                entry.getKey().kind().field(),
                entry.getKey().name(),
                entry.getValue().value(),
                false))
        .toList();
  }

  private static MaskField<AccessSpec> field(Principal who) {
    return MaskField.of(
        who.toString(),
        spec -> spec.levels.get(who),
        (to, from) -> to.with(who, from.levels.get(who)));
  }

  private static AccessLevel higher(AccessLevel one, AccessLevel other) {
    return one.equals(AccessLevel.CAN_MANAGE) ? one : other;
  }
}
