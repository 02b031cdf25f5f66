package lakebase.ui.dialog;

import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import lakebase.api.PostgresApi;
import lakebase.model.Resource;

/** A client that only reads single resources: each time what the supplier has then. */
public final class StaleApi {

  private StaleApi() {}

  /** Answers every {@code get…} with that. */
  public static PostgresApi answering(Supplier<? extends Resource> resource) {
    return (PostgresApi)
        Proxy.newProxyInstance(
            StaleApi.class.getClassLoader(),
            new Class<?>[] {PostgresApi.class},
            (_, method, _) -> {
              if (method.getName().startsWith("get")) {
                return resource.get();
              }
              throw new UnsupportedOperationException(method.getName());
            });
  }
}
