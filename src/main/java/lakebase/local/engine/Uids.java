package lakebase.local.engine;

import java.security.SecureRandom;
import java.util.List;

/** Lasting identities in the shape that the service gives them (contract §2.2, §2.3). */
final class Uids {

  private static final List<String> ADJECTIVES =
      List.of(
          "amber",
          "ancient",
          "autumn",
          "billowing",
          "bold",
          "broad",
          "calm",
          "cold",
          "cool",
          "crimson",
          "damp",
          "dark",
          "delicate",
          "divine",
          "dry",
          "fragrant",
          "frosty",
          "gentle",
          "green",
          "hidden",
          "holy",
          "icy",
          "late",
          "lingering",
          "little",
          "lively",
          "long",
          "misty",
          "morning",
          "noisy",
          "old",
          "patient",
          "plain",
          "polished",
          "proud",
          "purple",
          "quiet",
          "restless",
          "rough",
          "shiny",
          "shy",
          "silent",
          "small",
          "snowy",
          "solitary",
          "spring",
          "still",
          "summer",
          "sweet",
          "weathered",
          "wild",
          "winter",
          "wispy",
          "young");
  private static final List<String> NOUNS =
      List.of(
          "bird",
          "breeze",
          "brook",
          "bush",
          "butterfly",
          "cherry",
          "cloud",
          "darkness",
          "dawn",
          "dew",
          "dream",
          "dust",
          "feather",
          "field",
          "fire",
          "firefly",
          "flower",
          "fog",
          "forest",
          "frog",
          "frost",
          "glade",
          "glitter",
          "grass",
          "haze",
          "hill",
          "lake",
          "leaf",
          "meadow",
          "mountain",
          "night",
          "paper",
          "pine",
          "pond",
          "rain",
          "resonance",
          "river",
          "sea",
          "shadow",
          "shape",
          "silence",
          "sky",
          "smoke",
          "snow",
          "snowflake",
          "sound",
          "star",
          "sun",
          "sunset",
          "surf",
          "thunder",
          "tree",
          "violet",
          "voice",
          "water",
          "wave",
          "wood");
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  private Uids() {}

  static String branch() {
    return worded("br-");
  }

  static String endpoint() {
    return worded("ep-");
  }

  /** Eight letters and digits. */
  static String suffix() {
    StringBuilder text = new StringBuilder();
    RANDOM.ints(8, 0, LETTERS.length()).forEach(i -> text.append(LETTERS.charAt(i)));
    return text.toString();
  }

  private static String worded(String prefix) {
    return prefix
        + ADJECTIVES.get(RANDOM.nextInt(ADJECTIVES.size()))
        + "-"
        + NOUNS.get(RANDOM.nextInt(NOUNS.size()))
        + "-"
        + suffix();
  }
}
