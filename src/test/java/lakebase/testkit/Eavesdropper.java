package lakebase.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.PasswordField;
import javafx.scene.input.Clipboard;
import lakebase.model.Secret;
import lakebase.tour.Ui;

/**
 * Hears what a secret could be told by: the log at its finest, both streams, the command lines of
 * all processes, and the texts, screens and files that it is shown. Any thread, if not said
 * otherwise.
 */
public final class Eavesdropper implements AutoCloseable {

  /** A token as the workspace makes them, whoever it is for; whole, or but for its end. */
  private static final Pattern ANY_TOKEN = Pattern.compile("eyJ[\\w-]{8,}\\.[\\w-]{8,}");

  /** The server of the test runs in this process; these tell every header that comes to it. */
  private static final List<String> OF_THE_SERVER = List.of("org.eclipse.jetty", "io.javalin");

  private final Map<String, String> heard = new ConcurrentHashMap<>();
  private final Set<String> secrets = new ConcurrentSkipListSet<>();
  private final Logger root = Logger.getLogger("");
  private final Logger ours = Logger.getLogger("lakebase");
  private final Level rootBefore = Objects.requireNonNullElse(root.getLevel(), Level.INFO);
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final Handler ear = new Ear();
  private final Thread watch =
      Thread.ofPlatform().daemon().name("processes").unstarted(this::watch);
  private volatile boolean closed;

  /** Listens from now on. */
  public Eavesdropper() {
    ear.setLevel(Level.ALL);
    root.addHandler(ear);
    root.setLevel(Level.FINE);
    ours.setLevel(Level.ALL);
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    watch.start();
  }

  /** Nobody is to hear that from now on, nor what was heard already. */
  public void plant(Secret secret) {
    if (!secret.reveal().isEmpty()) {
      secrets.add(secret.reveal());
    }
  }

  /** The same, and gives it back. */
  public String plant(String secret) {
    plant(new Secret(secret));
    return secret;
  }

  /** How many secrets there are. */
  public int planted() {
    return secrets.size();
  }

  /** Hears a text at that place. */
  public void hear(String where, String text) {
    heard.putIfAbsent(text, where);
  }

  /** Hears all that is told of a failure, its causes included. */
  public void hear(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    hear("an exception", trace.toString());
  }

  /** Whether anything was heard at a place that starts so. */
  public boolean hasHeard(String where) {
    return heard.values().stream().anyMatch(place -> place.startsWith(where));
  }

  /** Hears all that is on the screen, for eyes and for screen readers. On a test's thread. */
  public void look(String where) {
    Fx.settle();
    Fx.run(
        () -> Ui.all(node -> !(node instanceof PasswordField)).forEach(node -> see(where, node)));
  }

  private void see(String where, Node node) {
    hear("screen: " + where, Ui.text(node));
    hear("accessible text: " + where, String.valueOf(node.getAccessibleText()));
    hear("accessible help: " + where, String.valueOf(node.getAccessibleHelp()));
    hear("user data: " + where, String.valueOf(node.getUserData()));
    if (node instanceof Control control && control.getTooltip() != null) {
      hear("tooltip: " + where, String.valueOf(control.getTooltip().getText()));
    }
  }

  /** Hears what the clipboard holds, in every format. */
  public void paste(String where) {
    Fx.run(() -> {
      Clipboard clipboard = Clipboard.getSystemClipboard();
      clipboard
          .getContentTypes()
          .forEach(type -> hear("clipboard: " + where, String.valueOf(clipboard.getContent(type))));
    });
  }

  /** Hears every file below that directory, name and content, but those. */
  public void read(Path directory, Set<Path> not) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        hear("the name of a file", file.toString());
        if (!not.contains(file)) {
          leaksIn("file " + file, Files.readString(file, StandardCharsets.ISO_8859_1))
              .forEach(leak -> hear("leak", leak + " "));
          hear("file " + file, "");
        }
      }
    }
  }

  /** Where a secret was heard; each once, and none of them shown. */
  public List<String> leaks() {
    hear("standard streams", said.toString(StandardCharsets.UTF_8));
    Set<String> all = new ConcurrentSkipListSet<>();
    heard.forEach((text, where) -> {
      if (where.equals("leak")) {
        all.add(text.strip());
      }
      all.addAll(leaksIn(where, text));
    });
    return List.copyOf(all);
  }

  private List<String> leaksIn(String where, String text) {
    List<String> found = new ArrayList<>();
    for (String secret : secrets) {
      for (String form : forms(secret)) {
        int at = text.indexOf(form);
        if (at >= 0) {
          found.add(where + ": " + around(text, at, form.length()));
        }
      }
    }
    Matcher token = ANY_TOKEN.matcher(text);
    if (token.find()) {
      found.add(where + ": " + around(text, token.start(), token.end() - token.start()));
    }
    return found;
  }

  /** What stands around it tells where it comes from; it itself is told by its start alone. */
  private static String around(String text, int at, int length) {
    String before = text.substring(Math.max(0, at - 60), at);
    String start = text.substring(at, at + Math.min(length, 12));
    return (before + "<" + start + "…>").replaceAll("\\s+", " ");
  }

  /** As it is, in an address, and in Base64 where it stands for itself; a token by its end. */
  private static Set<String> forms(String secret) {
    String[] parts = secret.split("\\.", -1);
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    return Set.copyOf(
        List.of(
            secret.startsWith("eyJ") ? parts[parts.length - 1] : secret,
            URLEncoder.encode(secret, StandardCharsets.UTF_8),
            Base64.getEncoder().withoutPadding().encodeToString(bytes)));
  }

  private void watch() {
    while (!closed) {
      lines();
      LockSupport.parkNanos(100_000_000);
    }
  }

  /** The command lines of now; whole where the system shows them so. */
  private void lines() {
    ProcessHandle.allProcesses()
        .forEach(process -> {
          Path file = Path.of("/proc", Long.toString(process.pid()), "cmdline");
          try {
            hear("command line", Files.readString(file, StandardCharsets.ISO_8859_1));
          } catch (IOException notThere) {
            process.info().commandLine().ifPresent(line -> hear("command line", line));
          }
        });
  }

  @Override
  public void close() {
    closed = true;
    root.removeHandler(ear);
    root.setLevel(rootBefore);
    ours.setLevel(null);
    System.setOut(out);
    System.setErr(err);
  }

  private final class Ear extends Handler {
    @Override
    public void publish(LogRecord line) {
      String name = String.valueOf(line.getLoggerName());
      if (OF_THE_SERVER.stream().noneMatch(name::startsWith)) {
        hear("log of " + name, new SimpleFormatter().format(line));
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
