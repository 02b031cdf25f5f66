package lakebase.testkit;

import java.util.function.Consumer;
import lakebase.state.WorkspaceId;
import lakebase.state.WorkspaceSettings;
import lakebase.task.Roster;

/** Records what was asked for as {@code method argument…}; does nothing else. */
public record RecordedRoster(Consumer<String> calls) implements Roster {

  @Override
  public void add(WorkspaceSettings settings) {
    calls.accept("add " + settings.id());
  }

  @Override
  public void change(WorkspaceSettings settings) {
    calls.accept("change " + settings.id());
  }

  @Override
  public void remove(WorkspaceId id) {
    calls.accept("remove " + id);
  }

  @Override
  public void setReadOnly(WorkspaceId id, boolean readOnly) {
    calls.accept("setReadOnly " + id + " " + readOnly);
  }

  @Override
  public void signIn(WorkspaceId id) {
    calls.accept("signIn " + id);
  }

  @Override
  public void cancelSignIn(WorkspaceId id) {
    calls.accept("cancelSignIn " + id);
  }

  @Override
  public void signOut(WorkspaceId id) {
    calls.accept("signOut " + id);
  }
}
