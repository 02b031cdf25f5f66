package lakebase.ui.credential;

/**
 * A host that takes tokens.
 *
 * @param kind the end of its word's key: {@code readWrite}, {@code readOnly}
 * @param host its name
 * @param port its port
 */
record HostChoice(String kind, String host, int port) {}
