package lakebase.task;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import lakebase.api.ApiException;
import lakebase.api.Pages;
import lakebase.api.PostgresApi;
import lakebase.model.AccessEntry;
import lakebase.model.ApiFailure;
import lakebase.model.BranchName;
import lakebase.model.CurrentUser;
import lakebase.model.ProjectName;
import lakebase.model.Resource;
import lakebase.model.ResourceName;
import lakebase.model.ServiceError;
import lakebase.state.Access;
import lakebase.state.Listing;
import lakebase.state.LoadState;
import lakebase.state.Ref;
import lakebase.state.Store;
import lakebase.state.Workspace;
import lakebase.state.WorkspaceId;
import lakebase.task.ReadQueue.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * Reads one workspace into the store: who we are, projects page by page, then what is in them. What
 * fails fails alone: the list says so, and the others go on; only when the workspace does not
 * answer or refuses us, what nobody waits for is given up. From any thread.
 */
final class WorkspaceReader implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(WorkspaceReader.class.getName());

  /** A read that may fail. */
  private interface Work {
    void run() throws InterruptedException;
  }

  private record OneResource(ResourceName name) {}

  private record FromTop(ResourceName name) {}

  private record AccessOf(ProjectName project) {}

  private static final Object WHO = "me";

  private final WorkspaceId id;
  private final PostgresApi api;
  private final Store store;
  private final StoreBatches batches;
  private final Departures departures;
  private final ReadQueue queue;
  private final Clock clock;
  private final ListPlace.Maker places;
  private volatile @Nullable Instant lostSince;

  WorkspaceReader(
      WorkspaceId id,
      PostgresApi api,
      Store store,
      StoreBatches batches,
      Departures departures,
      ReadQueue queue,
      Clock clock) {
    this.id = id;
    this.api = api;
    this.store = store;
    this.batches = batches;
    this.departures = departures;
    this.queue = queue;
    this.clock = clock;
    this.places = new ListPlace.Maker(id, api, store, batches);
  }

  /** Asks who we are: the workspace is then connected, or lost. */
  void connect() {
    if (isLost()) {
      batches.change(
          id,
          found ->
              found.connection() instanceof Workspace.Connection.Lost
                  ? found.withConnection(new Workspace.Connection.Connecting())
                  : found);
    }
    attempt(
        WHO,
        Urgency.NOW,
        () -> {
          connected(api.me());
        },
        this::lost);
  }

  /**
   * Asks a lost workspace whether it is there again, without saying so before it is; everything in
   * it is read then.
   */
  void knock() {
    attempt(
        WHO,
        Urgency.SWEEP,
        () -> {
          connected(api.me());
          readProjects();
        },
        this::lost);
  }

  /**
   * Reads the projects, and everything in them afterwards: not before the last page, because what
   * nobody waits for would slow down what somebody does.
   */
  void readProjects() {
    readList(
        places.projects(),
        Urgency.NOW,
        projects ->
            projects.stream()
                .filter(project -> !project.metadata().isDeleted())
                .forEach(project -> readBranches(project.name(), Urgency.SWEEP)));
  }

  /** Reads the branches of a project, and the endpoints in them afterwards. */
  void readBranches(ProjectName project, Urgency urgency) {
    Urgency below = urgency == Urgency.SWEEP ? Urgency.SWEEP : Urgency.NEXT;
    readList(
        places.branches(project),
        urgency,
        branches ->
            branches.stream()
                .filter(branch -> !branch.metadata().isDeleted())
                .forEach(branch -> readEndpoints(branch.name(), below)));
  }

  /** Reads the endpoints of a branch. */
  void readEndpoints(BranchName branch, Urgency urgency) {
    readList(places.endpoints(branch), urgency, _ -> {});
  }

  /** Reads the roles and the databases of a branch. */
  void readContents(BranchName branch) {
    readList(places.roles(branch), Urgency.NOW, _ -> {});
    readList(places.databases(branch), Urgency.NOW, _ -> {});
  }

  /** Reads who may use or manage a project. */
  void readAccess(ProjectName project) {
    Consumer<UnaryOperator<Access>> change =
        access ->
            batches.changeProject(
                id, project, entry -> entry.withAccess(access.apply(entry.access())));
    attempt(
        new AccessOf(project),
        Urgency.NOW,
        () -> {
          change.accept(known -> known.withLoad(LoadState.LOADING));
          List<AccessEntry> entries = api.permissions(project);
          change.accept(_ -> new Access(entries, new LoadState.Loaded(clock.instant())));
        },
        failure -> {
          change.accept(known -> known.withLoad(new LoadState.Failed(failure, clock.instant())));
          lostIfSilent(failure);
        });
  }

  /** Reads one resource; its parent must be known, else the answer is dropped. */
  void readOne(ResourceName name) {
    readEach(new OneResource(name), List.of(name));
  }

  /**
   * The service did not find that, or something it lives in: reads both from the top, so that the
   * uppermost that does not exist any more leaves with all that is in it.
   */
  void findMissing(ResourceName name) {
    List<ResourceName> fromTop = new ArrayList<>();
    for (Optional<ResourceName> next = Optional.of(name);
        next.isPresent();
        next = next.get().parent()) {
      fromTop.addFirst(next.get());
    }
    readEach(new FromTop(name), fromTop);
  }

  /** One after the other, as far as they exist. */
  private void readEach(Object key, List<ResourceName> names) {
    AtomicReference<Optional<Resource>> asked = new AtomicReference<>(Optional.empty());
    attempt(
        key,
        Urgency.NOW,
        () -> {
          for (ResourceName name : names) {
            asked.set(store.state().find(Ref.of(id, name)));
            put(ResourceReader.get(api, name));
            departures.stay(id, List.of(name));
          }
        },
        failure -> {
          if (failure instanceof ApiFailure.NotFound) {
            asked.get().ifPresent(known -> departures.leave(id, known));
          } else {
            lostIfSilent(failure);
          }
        });
  }

  /** Interrupts what is under way; nothing is read any more. */
  @Override
  public void close() {
    queue.close();
  }

  private <N extends ResourceName, T, R extends Resource> void readList(
      ListPlace<N, T, R> place, Urgency urgency, Consumer<List<R>> then) {
    attempt(
        place.key(),
        urgency,
        () -> {
          Listing<N, T> before = place.known().get();
          boolean awaited = urgency != Urgency.SWEEP;
          if (awaited) {
            place.change().accept(now -> now.withLoad(LoadState.LOADING));
          }
          List<R> answer = new ArrayList<>();
          try {
            follow(place, before, awaited && before.items().isEmpty(), answer);
          } finally {
            then.accept(answer); // when a later page failed, too
          }
          Set<N> names = new HashSet<>();
          answer.forEach(item -> names.add(place.merge().name().apply(item)));
          place
              .merge()
              .vanished(before, place.known().get(), names)
              .forEach(gone -> departures.leave(id, gone));
          departures.stay(id, names);
        },
        failure -> failed(place, failure));
  }

  /**
   * Each page is put into the store as soon as it is there; the first of a list at once when
   * somebody looks at an empty place.
   */
  private <N extends ResourceName, T, R extends Resource> void follow(
      ListPlace<N, T, R> place, Listing<N, T> before, boolean firstAtOnce, List<R> answer)
      throws InterruptedException {
    Pages<R> pages = place.pages().get();
    while (pages.hasNext()) {
      List<R> items = pages.next().items();
      boolean first = answer.isEmpty();
      answer.addAll(items);
      boolean last = !pages.hasNext();
      place
          .change()
          .accept(now -> {
            Listing<N, T> more = place.merge().put(before, now, items);
            return last ? more.withLoad(new LoadState.Loaded(clock.instant())) : more;
          });
      if (first && firstAtOnce) {
        batches.hurry();
      }
    }
  }

  private <N extends ResourceName, T, R extends Resource> void failed(
      ListPlace<N, T, R> place, ApiFailure failure) {
    place.change().accept(now -> now.withLoad(new LoadState.Failed(failure, clock.instant())));
    ResourceName parent = place.parent();
    if (failure instanceof ApiFailure.NotFound && parent != null) {
      findMissing(parent);
    } else {
      lostIfSilent(failure);
    }
  }

  private void put(Resource resource) {
    batches.changeInventory(
        id,
        inventory -> {
          boolean another =
              inventory
                  .find(resource.name())
                  .map(known -> !Objects.equals(known.metadata().uid(), resource.metadata().uid()))
                  .orElse(false);
          return (another ? inventory.without(resource.name()) : inventory).with(resource);
        });
  }

  private void attempt(Object key, Urgency urgency, Work work, Consumer<ApiFailure> failed) {
    queue.submit(
        key,
        urgency,
        () -> {
          try {
            work.run();
            if (isLost() && !key.equals(WHO)) {
              connect();
            }
          } catch (ApiException refused) {
            failed.accept(refused.failure());
          } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
          } catch (RuntimeException defect) {
            LOG.log(Level.SEVERE, "A read ended unexpectedly", defect);
            failed.accept(ofDefect(defect));
          }
        });
  }

  private void lostIfSilent(ApiFailure failure) {
    if (failure instanceof ApiFailure.Network || failure instanceof ApiFailure.Unauthorized) {
      lost(failure);
    }
  }

  private void connected(CurrentUser user) {
    lostSince = null;
    meet(new Workspace.Connection.Connected(user));
  }

  private void lost(ApiFailure failure) {
    Instant before = lostSince;
    Instant since = before == null ? clock.instant() : before;
    lostSince = since;
    meet(new Workspace.Connection.Lost(failure, since));
    queue.dropSweep();
  }

  /** What a person does, signing in or out, is not undone by an answer that comes late. */
  private void meet(Workspace.Connection now) {
    batches.change(
        id,
        found ->
            switch (found.connection()) {
              case Workspace.Connection.SigningIn _, Workspace.Connection.SignedOut _ -> found;
              default -> found.withConnection(now);
            });
  }

  private boolean isLost() {
    return store
        .state()
        .workspace(id)
        .map(found -> found.connection() instanceof Workspace.Connection.Lost)
        .orElse(false);
  }

  /** Only the exception's type is told: its message could hold anything. */
  private static ApiFailure ofDefect(RuntimeException defect) {
    String type = defect.getClass().getSimpleName();
    ServiceError error = new ServiceError("CONSOLE_DEFECT", type, List.of(), null);
    return new ApiFailure.Protocol(new ApiFailure.Details(0, error, ""));
  }
}
