package lakebase.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.UnaryOperator;
import lakebase.connect.Target;
import lakebase.connect.Trust;
import lakebase.connect.launch.Os;
import lakebase.connect.launch.PrivateFiles;
import lakebase.connect.launch.SystemPrograms;
import lakebase.connect.launch.Tools;
import lakebase.connect.port.LocalPorts;
import lakebase.connect.port.OpenPort;
import lakebase.connect.port.PortRequest;
import lakebase.model.ApiFailure;
import lakebase.model.SignIn;
import lakebase.state.Store;
import lakebase.state.Workspace;
import lakebase.state.Workspace.Connection;
import lakebase.state.WorkspaceColour;
import lakebase.state.WorkspaceId;
import lakebase.state.WorkspaceSettings;
import lakebase.testkit.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PortKeeperTest {

  private static final WorkspaceId PROD = new WorkspaceId("w-prod");
  private static final WorkspaceSettings SETTINGS =
      new WorkspaceSettings(
          PROD,
          "prod",
          WorkspaceColour.ORANGE,
          "https://prod.example.com",
          new SignIn.Profile("PROD"),
          "",
          false);

  private final LocalPorts ports = new LocalPorts(Clock.systemUTC());
  private final Store store =
      new Store(
          Samples.state()
              .withWorkspace(
                  Workspace.of(SETTINGS, "prod").withConnection(Samples.workspace().connection())),
          Runnable::run);

  @BeforeEach
  void start(@TempDir Path made) {
    Tools tools =
        new Tools(
            new SystemPrograms(Map.<String, String>of()::get),
            new PrivateFiles(made),
            Os.LINUX,
            Clock.systemUTC());
    new PortKeeper(store, new ConnectServices(tools, ports, _ -> Trust.SYSTEM, Runnable::run))
        .start();
  }

  @AfterEach
  void close() {
    ports.close();
  }

  private OpenPort open(WorkspaceId workspace) throws IOException {
    return ports.open(
        new PortRequest(
            workspace.toString(),
            Samples.PRIMARY,
            "Shop",
            new Target("localhost", 5432, "databricks_postgres", "admin@local"),
            Trust.SYSTEM,
            () -> {
              throw new IllegalStateException("nobody connects");
            }));
  }

  private void change(UnaryOperator<Workspace> change) {
    store.update(state -> state.changeWorkspace(PROD, change));
  }

  private void settings(WorkspaceSettings now) {
    change(found -> found.withSettings(now));
  }

  private static void connect(OpenPort port) throws IOException {
    new Socket(InetAddress.getLoopbackAddress(), port.port()).close();
  }

  private void assertThatOnlyTheOtherIsOpen(OpenPort closed, OpenPort other) throws IOException {
    assertThat(ports.list()).extracting(OpenPort::port).containsExactly(other.port());
    assertThatThrownBy(() -> connect(closed)).isInstanceOf(ConnectException.class);
    connect(other);
  }

  @Test
  void signingOutClosesThePortsOfThatWorkspace() throws IOException {
    OpenPort closing = open(PROD);
    OpenPort other = open(WorkspaceId.LOCAL);
    change(found -> found.withConnection(new Connection.SignedOut()));
    assertThatOnlyTheOtherIsOpen(closing, other);
  }

  @Test
  void removingClosesThem() throws IOException {
    OpenPort closing = open(PROD);
    OpenPort other = open(WorkspaceId.LOCAL);
    store.update(state -> state.withoutWorkspace(PROD));
    assertThatOnlyTheOtherIsOpen(closing, other);
  }

  @Test
  void anotherHostClosesThem() throws IOException {
    OpenPort closing = open(PROD);
    OpenPort other = open(WorkspaceId.LOCAL);
    settings(
        new WorkspaceSettings(
            PROD,
            "prod",
            WorkspaceColour.ORANGE,
            "https://other.example.com",
            SETTINGS.signIn(),
            "",
            false));
    assertThatOnlyTheOtherIsOpen(closing, other);
    assertThat(open(PROD)).as("one of the new host").isIn(ports.list());
  }

  @Test
  void anotherSignInClosesThem() throws IOException {
    OpenPort closing = open(PROD);
    OpenPort other = open(WorkspaceId.LOCAL);
    settings(
        new WorkspaceSettings(
            PROD,
            "prod",
            WorkspaceColour.ORANGE,
            SETTINGS.host(),
            new SignIn.Profile("SOMEBODY-ELSE"),
            "",
            false));
    assertThatOnlyTheOtherIsOpen(closing, other);
  }

  @Test
  void whatIsNoOtherAccountClosesNone() throws IOException {
    OpenPort staying = open(PROD);
    settings(SETTINGS.withName("Production").withColour(WorkspaceColour.TEAL).withReadOnly(true));
    change(found ->
        found.withConnection(
            new Connection.Lost(
                new ApiFailure.Network(Samples.failure(0, "UNKNOWN", "gone")), Samples.NOW)));
    assertThat(ports.list()).extracting(OpenPort::port).containsExactly(staying.port());
    connect(staying);
  }

  @Test
  void onePortThatComesTooLateIsClosed() throws IOException {
    change(found -> found.withConnection(new Connection.SignedOut()));
    OpenPort late = open(PROD);
    assertThat(ports.list()).isEmpty();
    assertThatThrownBy(() -> connect(late)).isInstanceOf(ConnectException.class);
  }
}
