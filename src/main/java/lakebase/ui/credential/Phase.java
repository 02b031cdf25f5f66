package lakebase.ui.credential;

import lakebase.model.Credential;
import lakebase.ui.FailureText;

/** How far a credential is. */
sealed interface Phase {

  /** Asked for. */
  record Working() implements Phase {}

  /** There, and accepted at login. */
  record Valid(Credential credential) implements Phase {}

  /** No longer accepted; the token is forgotten. */
  record Expired() implements Phase {}

  /** Not given. */
  record Failed(FailureText failure) implements Phase {}

  /** The dialog is closed; the token is forgotten. */
  record Closed() implements Phase {}
}
