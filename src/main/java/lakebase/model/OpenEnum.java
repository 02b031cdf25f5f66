package lakebase.model;

/**
 * A value of a set that the service may widen at any time: known values are constants, any other is
 * held and shown as it came.
 */
public interface OpenEnum {

  /** The value as it stands in JSON. */
  String value();
}
