package lakebase.ui.dialog;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.Supplier;
import lakebase.api.PostgresApi;
import lakebase.model.AccessEntry;

/** A service that knows permissions alone. */
public final class PeopleApi {

  private PeopleApi() {}

  /** Answers with that list. */
  public static PostgresApi answering(List<AccessEntry> list) {
    return answering(() -> list);
  }

  /** Answers with the list as it is then. */
  public static PostgresApi answering(Supplier<List<AccessEntry>> list) {
    return (PostgresApi)
        Proxy.newProxyInstance(
            PeopleApi.class.getClassLoader(),
            new Class<?>[] {PostgresApi.class},
            (_, method, _) -> {
              if (method.getName().equals("permissions")) {
                return list.get();
              }
              throw new UnsupportedOperationException(method.getName());
            });
  }
}
