package lakebase.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import lakebase.api.ApiException;
import lakebase.api.Pages;
import lakebase.api.PostgresApi;
import lakebase.model.AccessEntry;
import lakebase.model.ApiFailure;
import lakebase.model.Branch;
import lakebase.model.BranchName;
import lakebase.model.Change;
import lakebase.model.ComputeActivity;
import lakebase.model.Credential;
import lakebase.model.CredentialRequest;
import lakebase.model.CurrentUser;
import lakebase.model.Database;
import lakebase.model.DatabaseName;
import lakebase.model.Endpoint;
import lakebase.model.EndpointName;
import lakebase.model.HostMetadata;
import lakebase.model.Operation;
import lakebase.model.OperationName;
import lakebase.model.Page;
import lakebase.model.Project;
import lakebase.model.ProjectName;
import lakebase.model.Resource;
import lakebase.model.ResourceName;
import lakebase.model.Role;
import lakebase.model.RoleName;
import lakebase.model.ServiceError;

/** A service in memory, that can keep its callers waiting and refuse. */
final class MemoryApi implements PostgresApi {

  final Map<ResourceName, Resource> resources = new ConcurrentHashMap<>();
  final Map<String, ApiFailure> failures = new ConcurrentHashMap<>();

  /** The requests in the order they were begun. */
  final List<String> requests = new CopyOnWriteArrayList<>();

  final AtomicInteger mostInFlight = new AtomicInteger();
  private final AtomicInteger inFlight = new AtomicInteger();

  /** Which requests wait until it is {@link #open}. */
  volatile Predicate<String> held = _ -> true;

  private volatile CountDownLatch opened = new CountDownLatch(1);

  private final int pageSize;

  MemoryApi(int pageSize) {
    this.pageSize = pageSize;
  }

  /** From now on it answers at once. */
  MemoryApi open() {
    opened.countDown();
    return this;
  }

  /** Answers those that wait, and lets those that come afterwards wait again. */
  void answerWaiting() {
    synchronized (requests) {
      opened.countDown();
      opened = new CountDownLatch(1);
    }
  }

  /** Returns when that many requests have been begun. */
  void awaitRequests(int count) throws InterruptedException {
    synchronized (requests) {
      while (requests.size() < count) {
        requests.wait();
      }
    }
  }

  void put(Resource resource) {
    resources.put(resource.name(), resource);
  }

  static ApiFailure.Details details(String request) {
    return new ApiFailure.Details(0, new ServiceError("TEST", "refused", List.of(), null), request);
  }

  private <T> T answer(String request, Call<T> call) throws InterruptedException {
    CountDownLatch go;
    synchronized (requests) {
      go = opened;
      requests.add(request);
      requests.notifyAll();
    }
    mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
    try {
      if (held.test(request)) {
        go.await();
      }
      ApiFailure failure = failures.get(request);
      if (failure != null) {
        throw new ApiException(failure);
      }
      return call.call();
    } finally {
      inFlight.decrementAndGet();
    }
  }

  private <T extends Resource> Pages<T> list(String collection, Class<T> kind) {
    return new Pages<>() {
      private int at;
      private boolean more = true;

      @Override
      public boolean hasNext() {
        return more;
      }

      @Override
      public Page<T> next() throws InterruptedException {
        return answer(
            "LIST " + collection + (at == 0 ? "" : "@" + at),
            () -> {
              checkParent(collection);
              List<T> all = children(collection, kind);
              int end = Math.min(at + pageSize, all.size());
              List<T> items = all.subList(Math.min(at, end), end);
              at = end;
              more = end < all.size();
              return new Page<>(items, more ? "more" : "");
            });
      }
    };
  }

  private void checkParent(String collection) {
    int slash = collection.lastIndexOf('/');
    if (slash > 0 && !resources.containsKey(ResourceName.parse(collection.substring(0, slash)))) {
      throw new ApiException(new ApiFailure.NotFound(details(collection)));
    }
  }

  private <T extends Resource> List<T> children(String collection, Class<T> kind) {
    Map<String, T> sorted = new LinkedHashMap<>();
    resources.values().stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .filter(one -> parentOf(one.name()).equals(collection))
        .sorted((a, b) -> a.name().compareTo(b.name()))
        .forEach(one -> sorted.put(one.name().toString(), one));
    return new ArrayList<>(sorted.values());
  }

  private static String parentOf(ResourceName name) {
    String text = name.toString();
    return text.substring(0, text.lastIndexOf('/'));
  }

  private <T extends Resource> T get(ResourceName name, Class<T> kind) throws InterruptedException {
    return answer(
        "GET " + name,
        () -> {
          Resource found = resources.get(name);
          if (found == null) {
            throw new ApiException(new ApiFailure.NotFound(details(name.toString())));
          }
          return kind.cast(found);
        });
  }

  @Override
  public Pages<Project> listProjects(boolean showDeleted) {
    return list("projects", Project.class);
  }

  @Override
  public Pages<Branch> listBranches(ProjectName project, boolean showDeleted) {
    return list(project + "/branches", Branch.class);
  }

  @Override
  public Pages<Endpoint> listEndpoints(BranchName branch) {
    return list(branch + "/endpoints", Endpoint.class);
  }

  @Override
  public Pages<Role> listRoles(BranchName branch) {
    return list(branch + "/roles", Role.class);
  }

  @Override
  public Pages<Database> listDatabases(BranchName branch) {
    return list(branch + "/databases", Database.class);
  }

  @Override
  public Project getProject(ProjectName name) throws InterruptedException {
    return get(name, Project.class);
  }

  @Override
  public Branch getBranch(BranchName name) throws InterruptedException {
    return get(name, Branch.class);
  }

  @Override
  public Endpoint getEndpoint(EndpointName name) throws InterruptedException {
    return get(name, Endpoint.class);
  }

  @Override
  public ComputeActivity computeActivity(EndpointName name) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Role getRole(RoleName name) throws InterruptedException {
    return get(name, Role.class);
  }

  @Override
  public Database getDatabase(DatabaseName name) throws InterruptedException {
    return get(name, Database.class);
  }

  @Override
  public CurrentUser me() throws InterruptedException {
    return answer("ME", () -> new CurrentUser("admin@local", null, null));
  }

  @Override
  public Operation getOperation(OperationName name) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Operation submit(Change change) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Credential generateCredential(CredentialRequest request) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<AccessEntry> permissions(ProjectName project) {
    throw new UnsupportedOperationException();
  }

  @Override
  public HostMetadata hostMetadata() {
    throw new UnsupportedOperationException();
  }
}
