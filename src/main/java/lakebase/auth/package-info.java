/**
 * Signing in to workspaces by Databricks unified authentication (contract §9): what this machine
 * offers, a session a workspace that keeps its token fresh, and the keyring for what a person
 * typed. The vendor's SDK is loaded by the first session, not by the start of the console.
 */
@NullMarked
package lakebase.auth;

import org.jspecify.annotations.NullMarked;
