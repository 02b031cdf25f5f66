package lakebase.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import lakebase.api.Pages;
import lakebase.api.PostgresApi;
import lakebase.model.Page;
import org.jspecify.annotations.Nullable;

/** Notes when the first page of projects has arrived and was read. From any thread. */
final class Arrival {

  private final CompletableFuture<Long> first = new CompletableFuture<>();

  /** The same API, watched. */
  PostgresApi watching(PostgresApi api) {
    return (PostgresApi)
        Proxy.newProxyInstance(
            Arrival.class.getClassLoader(),
            new Class<?>[] {PostgresApi.class},
            (_, method, arguments) -> call(api, method, arguments));
  }

  /** The moment, by {@link System#nanoTime}. */
  Future<Long> first() {
    return first;
  }

  private @Nullable Object call(PostgresApi api, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      Object answer = method.invoke(api, arguments);
      boolean isProjects = method.getName().equals("listProjects");
      return isProjects && answer instanceof Pages<?> pages ? noting(pages) : answer;
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private <T> Pages<T> noting(Pages<T> pages) {
    return new Pages<>() {
      @Override
      public boolean hasNext() {
        return pages.hasNext();
      }

      @Override
      public Page<T> next() throws InterruptedException {
        Page<T> page = pages.next();
        first.complete(System.nanoTime());
        return page;
      }
    };
  }
}
