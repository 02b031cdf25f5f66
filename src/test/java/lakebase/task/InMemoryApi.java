package lakebase.task;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
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

/** A service in memory whose resources a test sets, and whose operations answer by its script. */
public final class InMemoryApi implements PostgresApi {

  /** Every call so far, for example {@code get projects/shop}. */
  public final List<String> calls = new ArrayList<>();

  private final Map<ResourceName, Resource> resources = new TreeMap<>();
  private final Map<ResourceName, Deque<Call<Resource>>> scripted = new TreeMap<>();
  private final Deque<Call<Operation>> operations = new ArrayDeque<>();
  private Function<Change, Operation> submission = change -> running(change.subject());

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
    return list("list projects", Project.class, null);
  }

  @Override
  public Pages<Branch> listBranches(ProjectName project, boolean showDeleted) {
    return list("list " + project + "/branches", Branch.class, project);
  }

  @Override
  public Pages<Endpoint> listEndpoints(BranchName branch) {
    return list("list " + branch + "/endpoints", Endpoint.class, branch);
  }

  @Override
  public Pages<Role> listRoles(BranchName branch) {
    return list("list " + branch + "/roles", Role.class, branch);
  }

  @Override
  public Pages<Database> listDatabases(BranchName branch) {
    return list("list " + branch + "/databases", Database.class, branch);
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
    calls.add("poll " + name);
    return operations.remove().call();
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
  public CurrentUser me() {
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

  private Resource get(ResourceName name) throws InterruptedException {
    calls.add("get " + name);
    Deque<Call<Resource>> script = scripted.get(name);
    if (script != null && !script.isEmpty()) {
      return script.remove().call();
    }
    Resource resource = resources.get(name);
    if (resource == null) {
      throw new ApiException(Samples.notFound());
    }
    return resource;
  }

  private <T extends Resource> Pages<T> list(
      String call, Class<T> type, @org.jspecify.annotations.Nullable ResourceName parent) {
    return new Pages<>() {
      private boolean read;

      @Override
      public boolean hasNext() {
        return !read;
      }

      @Override
      public Page<T> next() {
        calls.add(call);
        read = true;
        return new Page<>(
            resources.values().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(item ->
                    parent == null || item.name().parent().filter(parent::equals).isPresent())
                .toList(),
            "");
      }
    };
  }
}
