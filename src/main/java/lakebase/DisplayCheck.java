package lakebase;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells, without starting the toolkit, whether a window can be opened. JavaFX's toolkit can be
 * started only once in a process and ends it when it finds no display, so the question must come
 * before. Only Linux can lack something: an X server (Wayland's X11 bridge will do) or the
 * libraries that JavaFX's window code is linked with: GTK 3 and libXtst.
 */
final class DisplayCheck {

  private static final Pattern DISPLAY =
      Pattern.compile("(?<host>[^:]*):(?<number>\\d+)(\\.\\d+)?");
  private static final List<String> LIBRARIES = List.of("libgtk-3.so.0", "libXtst.so.6");
  private static final int X11_PORT = 6000;
  private static final int TIMEOUT_MS = 2000;

  private DisplayCheck() {}

  /** What is missing and how to get it, in one line; empty if a window can be opened. */
  static Optional<String> problem() {
    if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux")) {
      return Optional.empty();
    }
    return displayProblem(System.getenv().getOrDefault("DISPLAY", ""))
        .or(() -> LIBRARIES.stream().flatMap(name -> libraryProblem(name).stream()).findFirst());
  }

  static Optional<String> displayProblem(String display) {
    if (display.isBlank()) {
      return Optional.of(
          "No window can be opened: DISPLAY is not set (start from a desktop session, use `ssh -X`, or"
              + " under Wayland install xwayland).");
    }
    var name = DISPLAY.matcher(display);
    // Any other form is left to the toolkit, which knows more forms than this class.
    if (!name.matches() || connects(name.group("host"), Integer.parseInt(name.group("number")))) {
      return Optional.empty();
    }
    return Optional.of(
        "No window can be opened: no X server answers at DISPLAY="
            + display
            + " (set it to a running one).");
  }

  @SuppressWarnings("restricted") // only a look-up: no function of the library is called
  static Optional<String> libraryProblem(String library) {
    try {
      // Global, so never unloaded: JavaFX is about to load it, too.
      SymbolLookup.libraryLookup(library, Arena.global());
      return Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.of(
          "No window can be opened: "
              + library
              + " is missing (`apt-get install libgtk-3-0 libxtst6`, `dnf install gtk3 libXtst` or"
              + " `pacman -S gtk3 libxtst`).");
    }
  }

  private static boolean connects(String host, int number) {
    if (host.isEmpty() || host.equals("unix")) {
      return connectsLocally(number);
    }
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, X11_PORT + number), TIMEOUT_MS);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static boolean connectsLocally(int number) {
    var address = UnixDomainSocketAddress.of("/tmp/.X11-unix/X" + number);
    try (var channel = SocketChannel.open(address)) {
      return channel.isConnected();
    } catch (IOException _) {
      return false;
    }
  }
}
