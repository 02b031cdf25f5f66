/**
 * The front door of the local workspace's computes: addresses on loopback that any PostgreSQL
 * client can connect to. It speaks the beginning of PostgreSQL's protocol (TLS, start-up,
 * password), checks who comes in, and from then on passes bytes to the compute's server. {@link
 * lakebase.local.proxy.FrontDoor} is its entrance, {@link lakebase.local.proxy.Gate} what lies
 * behind one address. It knows neither the control plane nor how servers are run.
 */
@NullMarked
package lakebase.local.proxy;

import org.jspecify.annotations.NullMarked;
