package lakebase.state;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import lakebase.model.ResourceKind;

/**
 * What a person typed or pasted, made comparable: folded, blanks and invisible characters
 * straightened; a resource name {@code projects/x/branches/y} as the path {@code x/y}; a connection
 * address as its host and port.
 *
 * @param text the folded query; empty matches nothing
 */
public record SearchQuery(String text) {

  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}\\u00a0]");
  private static final Pattern AROUND_SLASH = Pattern.compile(" */ *");
  private static final Pattern SCHEME_AND_USER = Pattern.compile("^[a-z]+://([^@/]*@)?");
  private static final Pattern AFTER_PORT = Pattern.compile("(?<=:[0-9]{1,5})/.*$");
  private static final Pattern PORT = Pattern.compile(":[0-9]+$");

  /** Reads what was typed or pasted. */
  public static SearchQuery of(String typed) {
    String clean = INVISIBLE.matcher(typed).replaceAll(" ").strip().replaceAll(" +", " ");
    String folded = AROUND_SLASH.matcher(Folding.fold(clean)).replaceAll("/");
    String address = SCHEME_AND_USER.matcher(folded).replaceFirst("");
    if (!address.equals(folded)) {
      int slash = address.indexOf('/');
      folded = slash < 0 ? address : address.substring(0, slash);
    }
    String host = AFTER_PORT.matcher(folded).replaceFirst("");
    return new SearchQuery(isResourceName(host) ? path(host) : host);
  }

  /** The same for any port, where it names one: most hosts do not tell theirs. */
  public SearchQuery withoutPort() {
    return new SearchQuery(PORT.matcher(text).replaceFirst(""));
  }

  /** Whether there is nothing to look for. */
  public boolean isEmpty() {
    return text.isEmpty();
  }

  /** Whether it speaks of a path, {@code project/branch}, and not of one name. */
  public boolean isPath() {
    return text.indexOf('/') >= 0;
  }

  private static boolean isResourceName(String text) {
    return text.startsWith(ResourceKind.PROJECT.collection() + "/");
  }

  /** Every second segment, as far as the tree goes: roles and databases lead to their branch. */
  private static String path(String name) {
    String[] segments = name.split("/", -1);
    List<String> ids = new ArrayList<>();
    for (int i = 1; i < segments.length && i <= 5; i += 2) {
      boolean inTree = i < 5 || segments[4].equals(ResourceKind.ENDPOINT.collection());
      if (inTree) {
        ids.add(segments[i]);
      }
    }
    return String.join("/", ids);
  }
}
