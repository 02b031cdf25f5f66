package lakebase.model;

/** How a person is signed in to a workspace (contract §9.1); holds no secret. */
public sealed interface SignIn {

  /** The embedded workspace's own token: nobody is asked for anything. */
  record Embedded() implements SignIn {}

  /** A profile of the configuration file, whatever it names ({@code ~/.databrickscfg}). */
  record Profile(String name) implements SignIn {}

  /** The environment variables that the console was started with. */
  record Environment() implements SignIn {}

  /** The browser: OAuth with PKCE, as a person (U2M). */
  record Browser() implements SignIn {}

  /** OAuth as a service principal (M2M); its client secret is in the keyring. */
  record ServicePrincipal(String clientId) implements SignIn {}

  /** A personal access token, in the keyring. */
  record AccessToken() implements SignIn {}

  /** Whoever is signed in to the Azure CLI. */
  record AzureCli() implements SignIn {}

  /** Whoever is signed in to that host with the Databricks CLI. */
  record DatabricksCli() implements SignIn {}
}
