package lakebase.local.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * PostgreSQL as one runs it without a workspace, to be measured against: started by {@code pg_ctl}
 * on a copy of a compute's data with the compute's settings, on a port of loopback with TLS.
 */
public final class PlainServer implements AutoCloseable {

  /** Who may do everything there, without a password. */
  public static final String SUPERUSER = Installation.SUPERUSER;

  private final Installation installation;
  private final Path data;
  private final Path run;
  private final int port;

  private PlainServer(Installation installation, Path data, Path run, int port) {
    this.installation = installation;
    this.data = data;
    this.run = run;
    this.port = port;
  }

  /**
   * Copies the data of a server that does not run; nothing is started.
   *
   * @param cache where the programs are unpacked
   * @param tls where the authority's certificate and key are, which it shows
   */
  public static PlainServer of(Path cache, Path source, Path target, Path tls)
      throws IOException, InterruptedException {
    Installation installation = new Binaries(cache).of(Servers.MAJOR);
    FileCopy.bySystem().copy(source, target, (_, _, _) -> true, false);
    for (String name : List.of("ca.crt", "ca.key")) {
      Files.copy(tls.resolve(name), target.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
    }
    Files.writeString(
        target.resolve("bench_hba.conf"),
        "local all all trust\nhostssl all all 127.0.0.1/32 trust\n");
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Path run = Files.createTempDirectory("lakebase-bench-run");
      return new PlainServer(installation, target, run, free.getLocalPort());
    }
  }

  /** Starts it; returns when {@code pg_ctl} says that it accepts connections. */
  public void start() throws IOException {
    Map<String, String> options =
        Map.of(
            "listen_addresses",
            "127.0.0.1",
            "port",
            Integer.toString(port),
            "unix_socket_directories",
            run.toString(),
            "hba_file",
            data.resolve("bench_hba.conf").toString(),
            "ssl",
            "on",
            "ssl_cert_file",
            "ca.crt",
            "ssl_key_file",
            "ca.key",
            "archive_command",
            "true");
    List<String> arguments = new ArrayList<>();
    options.forEach((name, value) -> arguments.add("-c " + name + "='" + value + "'"));
    control("start", "-w", "-l", data.resolve("bench.log").toString(), "-o", join(arguments));
  }

  private static String join(List<String> arguments) {
    return String.join(" ", arguments);
  }

  private void control(String action, String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(action, "-D", data.toString()));
    arguments.addAll(List.of(more));
    Process process =
        installation
            .program("pg_ctl", arguments)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException("pg_ctl " + action + " failed: " + log());
    }
  }

  private String log() throws IOException {
    Path log = data.resolve("bench.log");
    return Files.exists(log) ? Files.readString(log) : "no log";
  }

  /** Stops it in order. */
  public void stop() throws IOException {
    control("stop", "-w", "-m", "fast");
  }

  /** Where the driver finds it. */
  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  /** Its socket. */
  public Path socket() {
    return run.resolve(".s.PGSQL." + port);
  }

  /** Its process. */
  public long pid() throws IOException {
    return PostmasterFile.read(data).orElseThrow(() -> new IOException("it does not run")).pid();
  }

  /** Stops it if it runs; its data stays. */
  @Override
  public void close() throws IOException {
    if (PostmasterFile.read(data).isPresent()) {
      stop();
    }
    Files.deleteIfExists(run);
  }
}
