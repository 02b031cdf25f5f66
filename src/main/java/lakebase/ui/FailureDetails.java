package lakebase.ui;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lakebase.model.ApiFailure;
import lakebase.model.ServiceError;

/** The folded lines of a failure: what support asks for. */
final class FailureDetails {

  private FailureDetails() {}

  static List<FailureText.Detail> of(Texts texts, Formats formats, ApiFailure failure, Instant at) {
    ApiFailure.Details details = failure.details();
    ServiceError error = details.error();
    List<FailureText.Detail> lines = new ArrayList<>();
    add(lines, texts, "request", details.request());
    add(
        lines,
        texts,
        "status",
        details.status() == 0
            ? texts.get("failure.detail.noStatus")
            : String.format(Locale.ROOT, "%d", details.status()));
    add(lines, texts, "code", error.errorCode());
    add(lines, texts, "message", error.message());
    error.details().forEach(detail -> add(lines, texts, "detail", detail));
    if (error.traceId() != null) {
      add(lines, texts, "trace", error.traceId());
    }
    add(lines, texts, "time", formats.dateTime(at) + " · " + formats.time(at));
    add(lines, texts, "utc", formats.utc(at));
    return lines;
  }

  private static void add(List<FailureText.Detail> lines, Texts texts, String label, String value) {
    lines.add(new FailureText.Detail(texts.get("failure.detail." + label), Secrets.remove(value)));
  }
}
