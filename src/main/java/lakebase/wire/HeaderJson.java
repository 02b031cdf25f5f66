package lakebase.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import lakebase.model.Metadata;
import lakebase.model.ResourceName;

/** What stands at the top of every resource: names, identity, times (contract §1.1). */
final class HeaderJson {

  private HeaderJson() {}

  /** A new object with {@code name}, its id, {@code parent}, {@code uid} and the times. */
  static ObjectNode write(ResourceName name, String idField, Metadata metadata) {
    ObjectNode top = Json.object();
    top.put("name", name.toString());
    top.put(idField, name.id().value());
    name.parent().ifPresent(parent -> top.put("parent", parent.toString()));
    Writing.putText(top, "uid", metadata.uid());
    Writing.put(top, "create_time", metadata.createTime());
    Writing.put(top, "update_time", metadata.updateTime());
    return top;
  }

  /** {@code delete_time} and {@code purge_time}; where they stand differs by kind. */
  static void writeDeletion(ObjectNode to, Metadata metadata) {
    Writing.put(to, "delete_time", metadata.deleteTime());
    Writing.put(to, "purge_time", metadata.purgeTime());
  }

  /** Reads the metadata; {@code deletion} holds {@code delete_time} and {@code purge_time}. */
  static Metadata read(Fields top, String idField, Fields deletion) {
    top.ignore(idField, "parent");
    return new Metadata(
        top.optionalText("uid"),
        top.time("create_time"),
        top.time("update_time"),
        deletion.time("delete_time"),
        deletion.time("purge_time"));
  }
}
