package lakebase.model;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the service said that this model has no word for; kept so that it can be shown as it is.
 *
 * @param jsonByPath JSON text by dotted path from the resource's top, for example {@code
 *     status.compute_provisioner}
 */
public record UnknownFields(SortedMap<String, String> jsonByPath) {

  /** Nothing unknown. */
  public static final UnknownFields NONE = new UnknownFields(new TreeMap<>());

  public UnknownFields {
    jsonByPath = Collections.unmodifiableSortedMap(new TreeMap<>(jsonByPath));
  }

  /** The unknown fields in that map. */
  public static UnknownFields of(Map<String, String> jsonByPath) {
    return jsonByPath.isEmpty() ? NONE : new UnknownFields(new TreeMap<>(jsonByPath));
  }
}
