package lakebase.task;

/** A blocking call to the service. */
@FunctionalInterface
public interface Call<T> {

  /**
   * Makes the call.
   *
   * @throws lakebase.api.ApiException when it fails
   * @throws InterruptedException when it is cancelled
   */
  T call() throws InterruptedException;
}
