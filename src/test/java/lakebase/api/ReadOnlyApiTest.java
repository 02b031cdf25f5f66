package lakebase.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import lakebase.model.ApiFailure;
import lakebase.model.Change;
import lakebase.model.ProjectDraft;
import lakebase.model.ProjectName;
import lakebase.model.ServiceError;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadOnlyApiTest {

  /** What changes nothing of the workspace; everything else must be refused. */
  private static final Set<String> LOOKING =
      Set.of(
          "listProjects",
          "listBranches",
          "listEndpoints",
          "listRoles",
          "listDatabases",
          "getProject",
          "getBranch",
          "getEndpoint",
          "getRole",
          "getDatabase",
          "getOperation",
          "computeActivity",
          "generateCredential",
          "me",
          "permissions",
          "hostMetadata",
          "journal");

  private final List<String> passed = new ArrayList<>();
  private final AtomicBoolean locked = new AtomicBoolean(true);
  private final PostgresApi api = new ReadOnlyApi(this::service, locked::get);

  private PostgresApi service() {
    return (PostgresApi)
        Proxy.newProxyInstance(
            ReadOnlyApiTest.class.getClassLoader(),
            new Class<?>[] {PostgresApi.class},
            (_, method, _) -> {
              passed.add(method.getName());
              return null;
            });
  }

  @Test
  void whateverIsNotLookingIsRefused() throws ReflectiveOperationException {
    List<Method> methods =
        Arrays.stream(PostgresApi.class.getMethods())
            .filter(method -> method.getDeclaringClass().equals(PostgresApi.class))
            .toList();
    for (Method method : methods) {
      passed.clear();
      boolean refused = isRefused(method);
      assertThat(refused).as(method.getName()).isEqualTo(!LOOKING.contains(method.getName()));
      assertThat(passed).as(method.getName()).hasSize(refused ? 0 : 1);
    }
    assertThat(methods).hasSizeGreaterThan(LOOKING.size());
  }

  private boolean isRefused(Method method) throws ReflectiveOperationException {
    @Nullable Object[] arguments =
        Arrays.stream(method.getParameterTypes()).map(ReadOnlyApiTest::argument).toArray();
    try {
      method.invoke(api, arguments);
      return false;
    } catch (InvocationTargetException e) {
      assertThat(e.getCause()).as(method.getName()).isInstanceOf(ApiException.class);
      return true;
    }
  }

  private static @Nullable Object argument(Class<?> type) {
    if (type.equals(boolean.class)) {
      return false;
    }
    return type.equals(Change.class) ? new Change.Create(ProjectDraft.of("new", "New")) : null;
  }

  @Test
  void theRefusalSaysWhatWasNotSent() {
    assertThatThrownBy(() -> api.submit(Change.Delete.soft(ProjectName.of("shop"))))
        .isInstanceOfSatisfying(
            ApiException.class,
            refused -> {
              assertThat(refused.failure()).isInstanceOf(ApiFailure.Forbidden.class);
              ApiFailure.Details details = refused.failure().details();
              assertThat(details.error().errorCode()).isEqualTo(ReadOnlyApi.LOCKED);
              assertThat(details.status()).isZero();
              assertThat(details.request()).contains("DELETE").contains("projects/shop");
            });
  }

  @Test
  void theLockHoldsAndOpensForThoseWhoHaveTheClient() throws InterruptedException {
    Change change = Change.Delete.soft(ProjectName.of("shop"));
    assertThatThrownBy(() -> api.submit(change)).isInstanceOf(ApiException.class);
    locked.set(false);
    api.submit(change);
    locked.set(true);
    assertThatThrownBy(() -> api.submit(change)).isInstanceOf(ApiException.class);
    assertThat(passed).containsExactly("submit");
  }

  @Test
  void aWorkspaceWithoutClientHasAnEmptyJournal() {
    PostgresApi none =
        new ReadOnlyApi(
            () -> {
              throw new ApiException(
                  new ApiFailure.Network(
                      new ApiFailure.Details(
                          0, new ServiceError("NOT_CONNECTED", "no", List.of(), null), "")));
            },
            () -> false);
    assertThat(none.journal().entries()).isEmpty();
    assertThatThrownBy(none::me).isInstanceOf(ApiException.class);
  }
}
