package lakebase.ui.tree;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import lakebase.model.BranchName;
import lakebase.model.Endpoint;
import lakebase.model.EndpointHosts;
import lakebase.model.Resource;
import lakebase.state.ProjectEntry;
import lakebase.state.Ref;
import lakebase.state.Workspace;
import lakebase.ui.Intents;
import lakebase.ui.Key;
import lakebase.ui.Texts;
import lakebase.ui.UiContext;
import lakebase.ui.detail.WorkspaceCommands;
import org.jspecify.annotations.Nullable;

/** What can be done with a row. An entry that cannot work now is grey and says why. */
final class RowMenu {

  private static final String LOCKED = "locked";
  private static final String CREDENTIAL = Key.CREDENTIAL.combination().getName();

  private final UiContext context;
  private final Intents intents;
  private final Texts texts;

  RowMenu(UiContext context) {
    this.context = context;
    this.intents = context.intents();
    this.texts = context.texts();
  }

  /** The menu of that row; without entries for a row that nothing can be done with. */
  ContextMenu of(TreeRow row) {
    ContextMenu menu = new ContextMenu();
    menu.setId("tree-menu");
    switch (row) {
      case TreeRow.Root _ -> {}
      case TreeRow.OfWorkspace workspace -> menu.getItems().addAll(ofWorkspace(workspace.ref()));
      case TreeRow.OfResource resource -> menu.getItems().addAll(ofResource(resource));
      case TreeRow.Note note ->
          menu.getItems().add(item("retry", "", () -> intents.refresh(note.ref()), null));
    }
    return menu;
  }

  /** Opens the dialog that makes what belongs into that row, if something does. */
  void create(TreeRow row) {
    switch (row) {
      case TreeRow.OfWorkspace workspace -> intents.newProject(workspace.ref().workspace());
      case TreeRow.OfProject project when whyNot(project).isEmpty() -> newBranch(project);
      case TreeRow.OfBranch branch when whyNoBranch(branch).isEmpty() -> newBranch(branch);
      case TreeRow.OfBranch branch when whyNot(branch).isEmpty() -> newCompute(branch);
      case TreeRow.OfEndpoint endpoint when whyNot(endpoint).isEmpty() ->
          intents.newCompute(endpoint.ref().workspace(), endpoint.resource().name().branch());
      default -> {}
    }
  }

  private List<MenuItem> ofWorkspace(Ref.OfWorkspace ref) {
    String why = isLocked(ref) ? LOCKED : "";
    List<MenuItem> items = new ArrayList<>();
    items.add(item("newProject", why, () -> intents.newProject(ref.workspace()), "Insert"));
    items.add(refresh(ref));
    items.add(new SeparatorMenuItem());
    context
        .store()
        .state()
        .workspace(ref.workspace())
        .ifPresent(found -> items.addAll(WorkspaceCommands.items(context, found)));
    items.add(new SeparatorMenuItem());
    items.add(item("addWorkspace", "", intents::addWorkspace, null));
    return items;
  }

  private boolean isLocked(Ref ref) {
    return context
        .store()
        .state()
        .workspace(ref.workspace())
        .map(Workspace::isReadOnly)
        .orElse(false);
  }

  private List<MenuItem> ofResource(TreeRow.OfResource row) {
    String whyNothing = whyNot(row);
    String locked = isLocked(row.ref()) ? LOCKED : "";
    String why = whyNothing.isEmpty() ? locked : whyNothing;
    List<MenuItem> items = new ArrayList<>();
    switch (row) {
      case TreeRow.OfProject project ->
          items.add(
              item(
                  "newBranch",
                  why.isEmpty() && parentIn(project) == null ? "unread" : why,
                  () -> newBranch(project),
                  "Insert"));
      case TreeRow.OfBranch branch -> {
        boolean expires = branch.resource().spec().expires();
        items.add(
            item(
                "newBranch",
                whyNoBranch(branch),
                () -> newBranch(branch),
                expires ? null : "Insert"));
        items.add(item("newCompute", why, () -> newCompute(branch), expires ? "Insert" : null));
      }
      case TreeRow.OfEndpoint _ -> {
        items.add(
            item(
                "credential", whyNothing, () -> intents.generateCredential(row.ref()), CREDENTIAL));
        items.add(item("localPort", whyNothing, () -> intents.localPort(row.ref()), null));
      }
    }
    items.addAll(edits(row, why));
    items.add(new SeparatorMenuItem());
    items.addAll(copies(row.resource()));
    items.add(new SeparatorMenuItem());
    items.add(refresh(row.ref()));
    items.addAll(deletions(row, why, locked));
    return items;
  }

  private List<MenuItem> edits(TreeRow.OfResource row, String why) {
    List<MenuItem> items = new ArrayList<>();
    items.add(item("edit", why, () -> intents.edit(row.ref()), "F2"));
    if (row instanceof TreeRow.OfProject project) {
      items.add(item("permissions", why, () -> permissions(project), null));
    }
    return items;
  }

  private List<MenuItem> deletions(TreeRow.OfResource row, String why, String locked) {
    List<MenuItem> items = new ArrayList<>();
    boolean deleted = row.resource().metadata().isDeleted();
    boolean mayDelete = deleted && !row.marks().gone() && row.marks().busy() == null;
    String whyNotDelete = mayDelete ? locked : why;
    if (deleted) {
      items.add(item("undelete", whyNotDelete, () -> intents.undelete(row.ref()), null));
    }
    items.add(item("delete", whyNotDelete, () -> intents.delete(row.ref()), "Delete"));
    return items;
  }

  private List<MenuItem> copies(Resource resource) {
    List<MenuItem> items = new ArrayList<>();
    items.add(copy("copyName", resource.name().toString(), "Shortcut+C"));
    items.add(copy("copyId", resource.name().id().value(), null));
    String uid = resource.metadata().uid();
    if (uid != null) {
      items.add(copy("copyUid", uid, null));
    }
    if (resource instanceof Endpoint endpoint) {
      EndpointHosts hosts = endpoint.facts().hosts();
      hosts.mainAddress().ifPresent(host -> items.add(copy("copyHost", host, null)));
    }
    return items;
  }

  private MenuItem copy(String name, String text, @Nullable String key) {
    return item(name, "", () -> intents.copy(text), key);
  }

  private MenuItem refresh(Ref ref) {
    return item("refresh", "", () -> intents.refresh(ref), "F5");
  }

  private MenuItem item(String name, String whyNot, Runnable action, @Nullable String key) {
    String text = texts.get("tree.menu." + name);
    MenuItem item =
        new MenuItem(
            whyNot.isEmpty()
                ? text
                : texts.get("tree.menu.disabled", text, texts.get("tree.whyNot." + whyNot)));
    item.setId("tree-menu-" + name);
    item.setDisable(!whyNot.isEmpty());
    item.setOnAction(_ -> action.run());
    if (key != null) {
      item.setAccelerator(KeyCombination.valueOf(key));
    }
    return item;
  }

  /** Why nothing can be changed in that: the end of a text's key; empty when it can. */
  private static String whyNot(TreeRow.OfResource row) {
    if (row.marks().gone()) {
      return "gone";
    }
    if (row.marks().busy() != null) {
      return "busy";
    }
    return row.resource().metadata().isDeleted() ? "deleted" : "";
  }

  /** The same for a branch from that; one that expires takes computes, but no children. */
  private static String whyNoBranch(TreeRow.OfBranch row) {
    String why = whyNot(row);
    return why.isEmpty() && row.resource().spec().expires() ? "expires" : why;
  }

  private void newCompute(TreeRow.OfBranch row) {
    intents.newCompute(row.ref().workspace(), row.resource().name());
  }

  private void permissions(TreeRow.OfProject row) {
    intents.permissions(row.ref().workspace(), row.resource().name());
  }

  private void newBranch(TreeRow.OfProject row) {
    BranchName parent = parentIn(row);
    if (parent != null) {
      intents.newBranch(row.ref().workspace(), row.resource().name(), parent);
    }
  }

  private void newBranch(TreeRow.OfBranch row) {
    BranchName name = row.resource().name();
    intents.newBranch(row.ref().workspace(), name.project(), name);
  }

  /** The branch that new ones are taken from; null when it is not known. */
  private @Nullable BranchName parentIn(TreeRow.OfProject row) {
    return context
        .store()
        .state()
        .workspace(row.ref().workspace())
        .flatMap(found -> found.inventory().project(row.resource().name()))
        .flatMap(ProjectEntry::defaultBranch)
        .orElse(null);
  }
}
