package lakebase.ui.search;

import java.util.Optional;
import java.util.stream.Stream;
import lakebase.model.Branch;
import lakebase.model.BranchName;
import lakebase.model.BranchState;
import lakebase.model.Endpoint;
import lakebase.model.EndpointName;
import lakebase.model.OpenEnum;
import lakebase.model.Project;
import lakebase.model.ProjectName;
import lakebase.model.Resource;
import lakebase.model.ResourceKind;
import lakebase.model.ResourceName;
import lakebase.state.AppState;
import lakebase.state.Folding;
import lakebase.state.Ref;
import lakebase.state.SearchHit;
import lakebase.state.SearchQuery;
import lakebase.state.Workspace;
import lakebase.state.WorkspaceColour;
import lakebase.ui.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A hit as it is shown.
 *
 * @param title what people call it
 * @param matched the part of the title that was found; absent when something else was
 * @param where what it lives in, in words
 * @param workspace the workspace's name
 * @param colour its colour
 * @param state its state in a word; empty where there is nothing to say
 * @param also the id, uid or host that was found; empty when the title was
 */
record HitRow(
    Ref.OfResource ref,
    String title,
    Folding.@Nullable Range matched,
    String where,
    String workspace,
    WorkspaceColour colour,
    String state,
    String also) {

  /** The row of that hit; empty when the state does not have it any more. */
  static Optional<HitRow> of(SearchHit hit, AppState state, SearchQuery query, Texts texts) {
    return state
        .find(hit.ref())
        .map(resource -> {
          String title = title(resource);
          Folding.Range matched = Folding.find(title, query.text()).orElse(null);
          return new HitRow(
              hit.ref(),
              title,
              matched,
              where(hit.ref(), state),
              state.workspace(hit.ref().workspace()).map(Workspace::name).orElse(""),
              state
                  .workspace(hit.ref().workspace())
                  .map(Workspace::colour)
                  .orElse(WorkspaceColour.GREY),
              stateWord(resource, texts),
              matched != null ? "" : also(resource, query));
        });
  }

  /** What kind of resource it is. */
  ResourceKind kind() {
    return ref.name().kind();
  }

  private static String title(Resource resource) {
    return resource instanceof Project project
        ? project.displayName()
        : resource.name().id().value();
  }

  private static String where(Ref.OfResource ref, AppState state) {
    ResourceName name = ref.name();
    String project =
        state
            .find(ref.sibling(name.project()))
            .map(HitRow::title)
            .orElse(name.project().id().value());
    return switch (name) {
      case ProjectName own -> own.id().value();
      case BranchName _ -> project;
      case EndpointName endpoint -> project + " / " + endpoint.branch().id();
      default -> project;
    };
  }

  private static String stateWord(Resource resource, Texts texts) {
    if (resource.metadata().isDeleted()) {
      return texts.get("search.deleted");
    }
    return switch (resource) {
      case Endpoint endpoint -> word(texts, "endpoint", endpoint.facts().state());
      case Branch branch when !branch.facts().state().equals(BranchState.READY) ->
          word(texts, "branch", branch.facts().state());
      default -> "";
    };
  }

  private static String word(Texts texts, String kind, OpenEnum state) {
    return texts.of("state." + kind, state);
  }

  /** The id, uid or host that holds what was looked for. */
  private static String also(Resource resource, SearchQuery query) {
    return Stream.of(
            Stream.of(resource.name().id().value()),
            Stream.ofNullable(resource.metadata().uid()),
            resource instanceof Endpoint endpoint
                ? Stream.of(
                        endpoint.facts().hosts().address().orElse(null),
                        endpoint.facts().hosts().readOnlyAddress().orElse(null),
                        endpoint.facts().hosts().readWritePooledHost(),
                        endpoint.facts().hosts().readOnlyPooledHost())
                    .flatMap(Stream::ofNullable)
                : Stream.<String>empty())
        .flatMap(texts -> texts)
        .filter(text -> Folding.fold(text).contains(query.withoutPort().text()))
        .findFirst()
        .orElse("");
  }
}
