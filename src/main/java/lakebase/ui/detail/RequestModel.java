package lakebase.ui.detail;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import lakebase.api.JournalEntry;
import lakebase.code.Action;
import lakebase.code.Code;
import lakebase.code.Language;
import lakebase.model.ResourceName;
import lakebase.state.Ref;
import lakebase.ui.UiContext;
import org.jspecify.annotations.Nullable;

/** Decides which requests belong to a resource, and how they are told. */
final class RequestModel {

  private final UiContext context;

  RequestModel(UiContext context) {
    this.context = context;
  }

  /** The requests about this, newest first. */
  List<RequestRow> rows(Ref ref) {
    return context.workspaces().api(ref.workspace()).journal().entries().stream()
        .filter(entry -> concerns(entry, ref))
        .sorted(Comparator.comparingLong(JournalEntry::sequence).reversed())
        .map(this::row)
        .toList();
  }

  /**
   * Whether a request is about this: the resource itself, its operations, the lists directly in it,
   * its creation, credentials for it. A workspace has all.
   */
  static boolean concerns(JournalEntry entry, Ref ref) {
    return switch (ref) {
      case Ref.OfWorkspace _ -> true;
      case Ref.OfResource(var _, var name) -> concerns(entry, name);
    };
  }

  private static boolean concerns(JournalEntry entry, ResourceName name) {
    String whole = URLDecoder.decode(entry.path(), StandardCharsets.UTF_8);
    int query = whole.indexOf('?');
    String path = query < 0 ? whole : whole.substring(0, query);
    String own = "/" + name;
    int at = path.indexOf(own);
    if (at >= 0) {
      String rest = path.substring(at + own.length());
      return rest.isEmpty()
          || rest.equals("/undelete")
          || rest.startsWith("/operations/")
          || (rest.startsWith("/") && rest.indexOf('/', 1) < 0);
    }
    String parent = name.parent().map(up -> "/" + up).orElse("");
    boolean creation =
        entry.method().equals("POST")
            && path.endsWith(parent + "/" + name.kind().collection())
            && query >= 0
            && List.of(whole.substring(query + 1).split("&")).contains(idParameter(name));
    return creation || (path.endsWith("/credentials") && names(entry.requestBody(), name));
  }

  private static String idParameter(ResourceName name) {
    return name.kind().name().toLowerCase(Locale.ROOT) + "_id=" + name.id();
  }

  private static boolean names(@Nullable String body, ResourceName name) {
    return body != null && body.contains("\"" + name + "\"");
  }

  private RequestRow row(JournalEntry entry) {
    String trace = entry.traceId();
    return new RequestRow(
        entry,
        Cell.of(context.formats().time(entry.time())),
        Cell.code(entry.method()),
        Cell.code(entry.path()),
        status(entry),
        Cell.of(context.formats().number((double) entry.millis())),
        trace == null ? Cell.NONE : Cell.code(trace));
  }

  private Cell status(JournalEntry entry) {
    if (entry.status() == 0) {
      return Cell.state(Badge.of(context.texts().get("request.noAnswer"), Tone.DANGER));
    }
    Tone tone = entry.status() < 400 ? Tone.SUCCESS : Tone.DANGER;
    return Cell.state(Badge.of(String.format(Locale.ROOT, "%d", entry.status()), tone));
  }

  /** The exchange, or its request as code. */
  String text(JournalEntry entry, Language language) {
    if (language == Language.HTTP) {
      return text(entry);
    }
    return Action.of(entry.method(), entry.path(), entry.requestBody())
        .map(action -> Code.text(language, action))
        .orElseGet(() -> context.texts().get("code.unreadable"));
  }

  /** The whole exchange, to be read or pasted; without secrets, as the journal is. */
  String text(JournalEntry entry) {
    StringBuilder text = new StringBuilder(256);
    text.append(entry.method()).append(' ').append(entry.path()).append('\n');
    if (entry.requestBody() != null) {
      text.append('\n').append(JsonIndent.pretty(entry.requestBody())).append('\n');
    }
    text.append("\n← ");
    text.append(
        entry.status() == 0
            ? context.texts().get("request.noAnswer")
            : String.format(Locale.ROOT, "%d", entry.status()));
    text.append(String.format(Locale.ROOT, " · %d ms", entry.millis()));
    if (entry.traceId() != null) {
      text.append(" · ").append(entry.traceId());
    }
    text.append(" · ").append(context.formats().utc(entry.time())).append('\n');
    if (entry.failure() != null) {
      text.append(entry.failure()).append('\n');
    }
    if (entry.responseBody() != null) {
      text.append('\n').append(JsonIndent.pretty(entry.responseBody())).append('\n');
    }
    return text.toString();
  }
}
