package lakebase.task;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
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

/**
 * A service in memory whose resources a test sets, and whose operations answer by its script; it
 * can keep its callers waiting and refuse.
 */
public final class InMemoryApi implements PostgresApi {

  /** Every call in the order they were begun, for example {@code get projects/shop}. */
  public final List<String> calls = new CopyOnWriteArrayList<>();

  final Map<ResourceName, Resource> resources = new ConcurrentSkipListMap<>();

  /** The calls that fail, and how. */
  final Map<String, ApiFailure> failures = new ConcurrentHashMap<>();

  final AtomicInteger mostInFlight = new AtomicInteger();

  /** Which calls wait until it is {@link #open}. */
  volatile Predicate<String> held = _ -> true;

  private final int pageSize;
  private final AtomicInteger inFlight = new AtomicInteger();
  private volatile CountDownLatch opened = new CountDownLatch(1);
  private final Map<ResourceName, Deque<Call<Resource>>> scripted = new TreeMap<>();
  private final Deque<Call<Operation>> operations = new ArrayDeque<>();
  private Function<Change, Operation> submission = change -> running(change.subject());

  /** One that answers at once. */
  public InMemoryApi() {
    this(1_000);
    open();
  }

  /** One that keeps its callers waiting, and whose pages have that many items. */
  InMemoryApi(int pageSize) {
    this.pageSize = pageSize;
  }

  /** From now on it answers at once. */
  void open() {
    opened.countDown();
  }

  /** Answers those that wait, and lets those that come afterwards wait again. */
  void answerWaiting() {
    synchronized (calls) {
      opened.countDown();
      opened = new CountDownLatch(1);
    }
  }

  /** Returns when that many calls have been begun. */
  void awaitCalls(int count) throws InterruptedException {
    synchronized (calls) {
      while (calls.size() < count) {
        calls.wait();
      }
    }
  }

  /** The operation that {@link #submit} answers with unless a test says otherwise. */
  public static Operation running(ResourceName subject) {
    return new Operation(nameOf(subject), null, new Operation.Outcome.Running());
  }

  public static Operation done(ResourceName subject) {
    return new Operation(
        nameOf(subject), null, new Operation.Outcome.Succeeded("{\"token\":\"s3cret\"}"));
  }

  public static OperationName nameOf(ResourceName subject) {
    return new OperationName(subject + "/operations/op-1");
  }

  public InMemoryApi put(Resource resource) {
    resources.put(resource.name(), resource);
    return this;
  }

  public void remove(ResourceName name) {
    resources.remove(name);
  }

  /** The next read of that resource answers so, once; before what is put there. */
  public void nextGet(ResourceName name, Call<Resource> answer) {
    scripted.computeIfAbsent(name, _ -> new ArrayDeque<>()).add(answer);
  }

  /** The next question for an operation answers so, once. */
  public InMemoryApi nextOperation(Call<Operation> answer) {
    operations.add(answer);
    return this;
  }

  public InMemoryApi nextOperationFails(ApiFailure failure) {
    return nextOperation(() -> {
      throw new ApiException(failure);
    });
  }

  public void onSubmit(Function<Change, Operation> answer) {
    submission = answer;
  }

  public long count(String call) {
    return calls.stream().filter(call::equals).count();
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
    return (Project) get(name);
  }

  @Override
  public Branch getBranch(BranchName name) throws InterruptedException {
    return (Branch) get(name);
  }

  @Override
  public Endpoint getEndpoint(EndpointName name) throws InterruptedException {
    return (Endpoint) get(name);
  }

  @Override
  public ComputeActivity computeActivity(EndpointName name) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Role getRole(RoleName name) throws InterruptedException {
    return (Role) get(name);
  }

  @Override
  public Database getDatabase(DatabaseName name) throws InterruptedException {
    return (Database) get(name);
  }

  @Override
  public Operation getOperation(OperationName name) throws InterruptedException {
    return answer("poll " + name, () -> operations.remove().call());
  }

  @Override
  public Operation submit(Change change) {
    calls.add("submit " + change.subject());
    return submission.apply(change);
  }

  @Override
  public Credential generateCredential(CredentialRequest request) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CurrentUser me() throws InterruptedException {
    return answer("me", () -> new CurrentUser("admin@local", null, null));
  }

  @Override
  public List<AccessEntry> permissions(ProjectName project) {
    throw new UnsupportedOperationException();
  }

  @Override
  public HostMetadata hostMetadata() {
    throw new UnsupportedOperationException();
  }

  private Resource get(ResourceName name) throws InterruptedException {
    return answer(
        "get " + name,
        () -> {
          Deque<Call<Resource>> script = scripted.get(name);
          return script == null || script.isEmpty() ? known(name) : script.remove().call();
        });
  }

  private Resource known(ResourceName name) {
    Resource resource = resources.get(name);
    if (resource == null) {
      throw new ApiException(Samples.notFound());
    }
    return resource;
  }

  private <T> T answer(String call, Call<T> answer) throws InterruptedException {
    CountDownLatch go;
    // Counted first: who waits for the call may let it go at once.
    mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
    synchronized (calls) {
      go = opened;
      calls.add(call);
      calls.notifyAll();
    }
    try {
      if (held.test(call)) {
        go.await();
      }
      ApiFailure failure = failures.get(call);
      if (failure != null) {
        throw new ApiException(failure);
      }
      return answer.call();
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
        return answer("list " + collection + (at == 0 ? "" : "@" + at), this::page);
      }

      private Page<T> page() {
        int slash = collection.lastIndexOf('/');
        if (slash > 0) {
          known(ResourceName.parse(collection.substring(0, slash)));
        }
        List<T> all = children(collection, kind);
        int end = Math.min(at + pageSize, all.size());
        List<T> items = all.subList(Math.min(at, end), end);
        at = end;
        more = end < all.size();
        return new Page<>(items, more ? "more" : "");
      }
    };
  }

  private <T extends Resource> List<T> children(String collection, Class<T> kind) {
    return resources.values().stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .filter(one -> one.name().toString().equals(collection + "/" + one.name().id()))
        .toList();
  }
}
