package lakebase.ui.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lakebase.model.Tag;

/** Rows of a key and a value, as entered: Postgres settings, or tags. */
public record Pairs(List<Row> rows) {

  /** No rows. */
  public static final Pairs NONE = new Pairs(List.of());

  /** One row. */
  public record Row(String key, String value) {

    boolean isBlank() {
      return key.isBlank() && value.isBlank();
    }
  }

  public Pairs {
    rows = List.copyOf(rows);
  }

  /** The map's entries in its order. */
  public static Pairs of(Map<String, String> map) {
    return new Pairs(
        map.entrySet().stream().map(entry -> new Row(entry.getKey(), entry.getValue())).toList());
  }

  /** The tags in their order. */
  public static Pairs of(List<Tag> tags) {
    return new Pairs(tags.stream().map(tag -> new Row(tag.key(), tag.value())).toList());
  }

  /** The rows that are not empty, by key; a later row wins. */
  public Map<String, String> toMap() {
    Map<String, String> map = new TreeMap<>();
    filled().forEach(row -> map.put(row.key.strip(), row.value.strip()));
    return map;
  }

  /** The rows that are not empty, as tags in their order. */
  public List<Tag> toTags() {
    return filled().stream().map(row -> new Tag(row.key.strip(), row.value.strip())).toList();
  }

  /** The rows in which anything is entered. */
  public List<Row> filled() {
    return rows.stream().filter(row -> !row.isBlank()).toList();
  }

  /** The same with that row changed. */
  public Pairs with(int index, Row row) {
    List<Row> copy = new ArrayList<>(rows);
    copy.set(index, row);
    return new Pairs(copy);
  }

  /** The same with an empty row at the end. */
  public Pairs plusEmpty() {
    List<Row> copy = new ArrayList<>(rows);
    copy.add(new Row("", ""));
    return new Pairs(copy);
  }

  /** The same without that row. */
  public Pairs without(int index) {
    List<Row> copy = new ArrayList<>(rows);
    copy.remove(index);
    return new Pairs(copy);
  }
}
