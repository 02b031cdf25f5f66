package lakebase.local.engine;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The fields of a body that an update applies, after the rules of contract §2.8.
 *
 * @param paths the paths that are named, {@code *} already replaced by the leaves
 */
record Mask(Set<String> paths) {

  /** Applies whatever the body holds, as a creation does. */
  static final Mask EVERYTHING = new Mask(Set.of("spec"));

  /**
   * Reads an {@code update_mask} and holds it against the body, in the contract's order.
   *
   * @throws Refusal as the rules say; then nothing may be applied
   */
  static Mask read(MaskSchema schema, String updateMask, Body body) {
    if (updateMask.isBlank()) {
      throw Refusals.maskRequired();
    }
    List<String> named = Arrays.stream(updateMask.split(",", -1)).map(String::strip).toList();
    Set<String> paths = new LinkedHashSet<>();
    for (String path : named) {
      if (!path.equals("*") && !schema.accepted().contains(path)) {
        throw Refusals.unknownMaskPath(path);
      }
      paths.add(path);
    }
    if (schema.exclusive()) {
      refuseOverlaps(paths);
    }
    if (paths.remove("*")) {
      paths.addAll(everyLeaf(schema, body));
    }
    paths.forEach(path -> checkPresent(schema, path, body));
    paths.forEach(path -> checkGroup(schema, path, body));
    return new Mask(paths);
  }

  /** Whether the body as a whole is a patch: {@code spec} is named (contract §2.8.5). */
  boolean isPatch() {
    return paths.contains("spec");
  }

  /** Whether that field is named itself. */
  boolean names(String path) {
    return paths.contains(path);
  }

  /** Whether the update sets that field to what the body holds there. */
  boolean takes(Body body, String path) {
    return (isPatch() || paths.contains(path)) && body.has(path);
  }

  /** Whether the update sets that oneof. */
  boolean takesAny(Body body, String group, String... members) {
    return (isPatch() || paths.contains(group)) && Arrays.stream(members).anyMatch(body::has);
  }

  private static Set<String> everyLeaf(MaskSchema schema, Body body) {
    Set<String> leaves = new LinkedHashSet<>(schema.leaves());
    if (!body.has("spec.custom_tags") || body.object("spec").objects("custom_tags").isEmpty()) {
      leaves.remove("spec.custom_tags");
    }
    for (String leaf : leaves) {
      List<String> members = schema.groups().getOrDefault(leaf, List.of(leaf));
      if (members.stream().noneMatch(body::has)) {
        throw Refusals.maskedButAbsent(leaf);
      }
    }
    return leaves;
  }

  /** Rule 3: a field is missing from a message that is there. */
  private static void checkPresent(MaskSchema schema, String path, Body body) {
    int dot = path.lastIndexOf('.');
    boolean isField = dot > 0 && !schema.groups().containsKey(path);
    if (isField && body.has(path.substring(0, dot)) && !body.has(path)) {
      throw Refusals.maskedButAbsent(path);
    }
    for (String companion : schema.companions().getOrDefault(path, List.of())) {
      if (body.has(path) && !body.has(companion)) {
        throw Refusals.maskedButAbsent(companion);
      }
    }
  }

  /** Rule 4: no member of a named oneof is there. */
  private static void checkGroup(MaskSchema schema, String path, Body body) {
    String group = schema.enclosing().getOrDefault(path, path);
    List<String> members = schema.groups().get(group);
    if (members != null && members.stream().noneMatch(body::has)) {
      throw Refusals.maskedButAbsent(group);
    }
  }

  private static void refuseOverlaps(Set<String> paths) {
    for (String path : paths) {
      for (String other : paths) {
        if (!path.equals("spec") && other.startsWith(path + ".")) {
          throw Refusals.invalid(
              "update_mask must not name both '" + path + "' and '" + other + "'");
        }
      }
    }
  }
}
