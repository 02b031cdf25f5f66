package lakebase.local.engine;

import lakebase.model.EndpointGroup;
import lakebase.model.EndpointHosts;
import lakebase.model.EndpointType;

/** Where computes run. The control plane asks it what it cannot know itself. */
public interface DataPlane {

  /**
   * Where an endpoint takes connections. Called on the ledger's thread when the endpoint has been
   * made or changed; must not block. An exception fails the operation.
   */
  EndpointHosts hosts(String uid, EndpointType type, EndpointGroup group);

  /**
   * Names hosts by the endpoint's uid under a name that only this machine answers to (RFC 6761);
   * nothing listens there. There is no pooler, so none is named.
   */
  static DataPlane namesOnly() {
    return (uid, type, group) -> {
      String host = uid + ".database.localhost";
      if (type.equals(EndpointType.READ_ONLY)) {
        return new EndpointHosts(host, host, null, null);
      }
      boolean readable = group.isHighlyAvailable() && group.readableSecondaries();
      return new EndpointHosts(host, readable ? uid + "-ro.database.localhost" : null, null, null);
    };
  }
}
