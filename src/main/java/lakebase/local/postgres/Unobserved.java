package lakebase.local.postgres;

import lakebase.local.engine.DataPlane;
import lakebase.model.EndpointName;

/** Before anybody is told. */
final class Unobserved implements DataPlane.Observer {

  @Override
  public void waking(EndpointName endpoint) {}

  @Override
  public void active(EndpointName endpoint) {}

  @Override
  public void idle(EndpointName endpoint) {}
}
