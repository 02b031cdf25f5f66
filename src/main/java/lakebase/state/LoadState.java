package lakebase.state;

import java.time.Instant;
import lakebase.model.ApiFailure;

/** How far a list has been read from the service. */
public sealed interface LoadState {

  /** Never asked for. */
  record NotLoaded() implements LoadState {}

  /** Asked for; what is there may be incomplete or old. */
  record Loading() implements LoadState {}

  /** Read to its end at that moment. */
  record Loaded(Instant asOf) implements LoadState {}

  /** Could not be read at that moment; what is there is old. */
  record Failed(ApiFailure failure, Instant at) implements LoadState {}

  /** Never asked for. */
  LoadState NOT_LOADED = new NotLoaded();

  /** Asked for. */
  LoadState LOADING = new Loading();
}
