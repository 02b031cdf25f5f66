package lakebase.ui;

import lakebase.model.ApiFailure;
import lakebase.state.LoadState;
import lakebase.state.Workspace;
import lakebase.state.Workspace.Connection;

/** How this console stands with a workspace, in the kinds that a person tells apart. */
public enum Standing {
  CONNECTING,
  SIGNING_IN,
  SIGNED_IN,
  OFFLINE,
  NOT_PERMITTED,
  SIGNED_OUT;

  /** With that one. A list that may not be read is as good as a workspace that may not be. */
  public static Standing of(Workspace workspace) {
    return switch (workspace.connection()) {
      case Connection.Connecting _ -> CONNECTING;
      case Connection.SigningIn _ -> SIGNING_IN;
      case Connection.SignedOut _ -> SIGNED_OUT;
      case Connection.Lost(var failure, var _) ->
          switch (failure) {
            case ApiFailure.Unauthorized _ -> SIGNED_OUT;
            case ApiFailure.Forbidden _ -> NOT_PERMITTED;
            default -> OFFLINE;
          };
      case Connection.Connected _ ->
          workspace.inventory().projects().load()
                  instanceof LoadState.Failed(ApiFailure.Forbidden _, var _)
              ? NOT_PERMITTED
              : SIGNED_IN;
    };
  }

  /** Whether it goes on by itself, or is as it should be. */
  public boolean isFine() {
    return this == CONNECTING || this == SIGNED_IN || this == SIGNING_IN;
  }

  /** The style class of its shape. */
  public String stateClass() {
    return switch (this) {
      case CONNECTING, SIGNING_IN -> "state-accent";
      case SIGNED_IN -> "state-success";
      case OFFLINE, SIGNED_OUT -> "state-warning";
      case NOT_PERMITTED -> "state-danger";
    };
  }
}
