package lakebase.auth;

import java.util.List;
import lakebase.api.ApiException;
import lakebase.api.Redactor;
import lakebase.model.ApiFailure;
import lakebase.model.ServiceError;

/** Why there is no token; the texts of the console explain each by its name. */
public enum Reason {
  /** Nobody has signed in yet. */
  NOT_SIGNED_IN,
  /** Signed out by the person. */
  SIGNED_OUT,
  /** The refresh token expired, was revoked, or was used elsewhere. */
  REFRESH_TOKEN_EXPIRED,
  /** The client id or its secret is not accepted. */
  WRONG_CLIENT_SECRET,
  /** What was typed is no longer in the keyring. */
  SECRET_MISSING,
  /** The configuration file has no such profile. */
  PROFILE_MISSING,
  /** The profile names another host now. */
  PROFILE_OF_OTHER_HOST,
  /** Nothing is configured that could sign in. */
  NOTHING_CONFIGURED,
  /** More than one way is configured, and none is preferred. */
  AMBIGUOUS,
  /** The configuration cannot be read. */
  BAD_CONFIGURATION,
  /** The command-line tool is not installed. */
  TOOL_MISSING,
  /** The command-line tool gave no token. */
  TOOL_FAILED,
  /** The Azure command-line tool signs in to Azure only, and the host is elsewhere. */
  NOT_AZURE,
  /** The host offers no OAuth. */
  NO_OAUTH,
  /** The person, or their administrator, said no in the browser. */
  DENIED,
  /** Nobody answered in the browser in time. */
  TIMED_OUT,
  /** The browser could not be opened. */
  NO_BROWSER,
  /** The workspace does not take the token. */
  TOKEN_REFUSED,
  /** The sign-in gives something else than a bearer token. */
  NOT_A_TOKEN,
  /** Anything else. */
  SIGN_IN_FAILED;

  /** The failure; the message goes through the redactor. */
  ApiFailure failure(Account account, String message) {
    return new ApiFailure.Unauthorized(
        new ApiFailure.Details(
            0,
            new ServiceError(name(), Redactor.redact(message), List.of(), null),
            "sign in to " + account.host().getAuthority()));
  }

  /** The same as what is thrown. */
  ApiException exception(Account account, String message) {
    return new ApiException(failure(account, message));
  }
}
