package lakebase.ui.dialog;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lakebase.model.AccessLevel;
import lakebase.model.Expiration;
import lakebase.model.ResourceName;
import lakebase.model.Suspension;
import lakebase.model.Tag;
import lakebase.ui.Formats;
import lakebase.ui.Texts;
import org.jspecify.annotations.Nullable;

/** The values of changeable fields as a person reads them. */
public record ValueWords(Texts texts, Formats formats) {

  /** The value in words. */
  public String of(@Nullable Object value) {
    return switch (value) {
      case null -> texts.get("value.none");
      case Boolean on -> texts.get(on ? "value.on" : "value.off");
      case Number number -> formats.number(number.doubleValue());
      case Duration duration -> formats.duration(duration);
      case ResourceName name -> name.id().value();
      case AccessLevel level -> texts.of("access.level", level);
      case Suspension.Never _ -> texts.get("value.never");
      case Suspension.After(Duration timeout) -> formats.duration(timeout);
      case Expiration.Never _ -> texts.get("value.never");
      case Expiration.At(Instant time) -> formats.dateTime(time);
      case Expiration.After(Duration ttl) -> formats.duration(ttl);
      case Map<?, ?> map -> map(map);
      case List<?> list -> list(list);
      default -> text(value.toString());
    };
  }

  private String map(Map<?, ?> map) {
    return text(
        map.entrySet().stream()
            .map(entry -> entry.getKey() + " = " + entry.getValue())
            .collect(Collectors.joining("\n")));
  }

  private String list(List<?> list) {
    return text(
        list.stream()
            .map(item ->
                item instanceof Tag(String key, String value) ? key + " = " + value : of(item))
            .collect(Collectors.joining("\n")));
  }

  private String text(String text) {
    return text.isEmpty() ? texts.get("value.none") : text;
  }
}
