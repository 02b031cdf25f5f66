package lakebase.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The last segment of a resource name. Any path-safe text is held, so that an id the service gave
 * is never refused; {@link #forCreation} holds a new id to the pattern of contract §3.4.
 *
 * @param value the id, a path segment that needs no escaping
 */
public record ResourceId(String value) implements Comparable<ResourceId> {

  /** The longest id that the service accepts for a new resource. */
  public static final int MAX_LENGTH = 63;

  /** The pattern of contract §3.4, as the service's own error message spells it. */
  public static final String PATTERN = "^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$";

  private static final Pattern NEW_ID = Pattern.compile(PATTERN);
  private static final Pattern PATH_SAFE = Pattern.compile("[A-Za-z0-9._~@+=:-]{1,256}");

  /** What keeps a text from being a new resource's id, most basic fault first. */
  public enum Problem {
    EMPTY,
    TOO_LONG,
    BAD_START,
    BAD_CHARACTER,
    BAD_END
  }

  public ResourceId {
    if (!PATH_SAFE.matcher(value).matches() || value.equals(".") || value.equals("..")) {
      throw new IllegalArgumentException("not a path-safe resource id: '" + value + "'");
    }
  }

  /**
   * The id of a resource to be created.
   *
   * @throws IllegalArgumentException when {@link #problem} finds one
   */
  public static ResourceId forCreation(String value) {
    problem(value)
        .ifPresent(problem -> {
          throw new IllegalArgumentException("id '" + value + "': " + problem);
        });
    return new ResourceId(value);
  }

  /** What is wrong with {@code value} as the id of a new resource; empty when nothing is. */
  public static Optional<Problem> problem(String value) {
    if (value.isEmpty()) {
      return Optional.of(Problem.EMPTY);
    }
    if (value.length() > MAX_LENGTH) {
      return Optional.of(Problem.TOO_LONG);
    }
    if (!isLetter(value.charAt(0))) {
      return Optional.of(Problem.BAD_START);
    }
    if (!value.chars().allMatch(c -> isLetter(c) || isDigit(c) || c == '-')) {
      return Optional.of(Problem.BAD_CHARACTER);
    }
    return NEW_ID.matcher(value).matches() ? Optional.empty() : Optional.of(Problem.BAD_END);
  }

  /**
   * A valid id made of a display name: lower case, accents dropped, everything else a hyphen. Empty
   * when nothing usable is left of the name.
   */
  public static String propose(String displayName) {
    String plain =
        Normalizer.normalize(displayName, Normalizer.Form.NFD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^[^a-z]+", "");
    String cut = plain.length() > MAX_LENGTH ? plain.substring(0, MAX_LENGTH) : plain;
    return cut.replaceAll("-+$", "");
  }

  private static boolean isLetter(int c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  @Override
  public int compareTo(ResourceId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
