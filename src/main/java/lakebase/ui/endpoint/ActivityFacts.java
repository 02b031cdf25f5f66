package lakebase.ui.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import lakebase.model.ComputeActivity;
import lakebase.model.ComputeInstance;
import lakebase.model.Endpoint;
import lakebase.model.EndpointState;
import lakebase.ui.UiContext;
import lakebase.ui.detail.Fact;
import lakebase.ui.endpoint.ActivityWatch.Seen;
import org.jspecify.annotations.Nullable;

/** What a compute does now, as rows of a card. */
final class ActivityFacts {

  private final UiContext context;

  ActivityFacts(UiContext context) {
    this.context = context;
  }

  /**
   * What a connection does to a compute without a process; empty where that goes without saying.
   */
  String wakes(Endpoint endpoint) {
    if (endpoint.spec().disabled()) {
      return "(" + text("endpoint.wakes.not") + ")";
    }
    return endpoint.facts().state().equals(EndpointState.IDLE) && endpoint.isSettled()
        ? "(" + text("endpoint.wakes") + ")"
        : "";
  }

  /**
   * The rows. While nothing is known they are there without values, so that nothing moves when it
   * is; none where the service does not tell.
   */
  List<Fact> of(Seen seen) {
    return switch (seen) {
      case Seen.NotTold _ -> List.of();
      case Seen.Unread _ -> List.of(process(text("detail.none")), connections(null), wakeUps(null));
      case Seen.Read(ComputeActivity activity) -> {
        List<Fact> facts = new ArrayList<>();
        if (activity.instances().isEmpty()) {
          facts.add(process(text("endpoint.process.none")));
        }
        activity.instances().forEach(instance -> facts.add(instance(instance)));
        facts.add(connections(activity.connections()));
        facts.add(wakeUps(activity.wakeUps()));
        yield facts;
      }
    };
  }

  private Fact process(String words) {
    return Fact.of("endpoint-process", text("endpoint.process"), words);
  }

  private Fact connections(@Nullable Integer count) {
    return Fact.of("endpoint-connections", text("endpoint.connections"), number(count));
  }

  private Fact wakeUps(@Nullable Long count) {
    return Fact.of("endpoint-wake-ups", text("endpoint.wakeUps"), number(count));
  }

  private String number(@Nullable Number count) {
    return count == null ? text("detail.none") : context.formats().number(count.doubleValue());
  }

  private Fact instance(ComputeInstance instance) {
    String label =
        instance.role().value().isEmpty()
            ? text("endpoint.process")
            : context.texts().of("endpoint.role", instance.role());
    String note =
        Stream.of(state(instance), since(instance), lag(instance))
            .filter(part -> !part.isEmpty())
            .reduce((one, other) -> one + ", " + other)
            .orElse("");
    Fact fact = Fact.of("endpoint-instance-" + instance.id(), label, process(instance));
    return (note.isEmpty() ? fact : fact.withNote("(" + note + ")"))
        .withTooltip(
            instance.startTime() == null ? "" : context.formats().utc(instance.startTime()));
  }

  private String process(ComputeInstance instance) {
    Long id = instance.processId();
    return id == null
        ? instance.id()
        : text("endpoint.process.id", String.format(Locale.ROOT, "%d", id));
  }

  /** Active goes without saying: it is there. */
  private String state(ComputeInstance instance) {
    return instance.state().equals(EndpointState.ACTIVE) || instance.state().value().isEmpty()
        ? ""
        : context.texts().of("state.endpoint", instance.state());
  }

  private String since(ComputeInstance instance) {
    return instance.startTime() == null
        ? ""
        : text("endpoint.process.since", context.formats().relative(instance.startTime()));
  }

  private String lag(ComputeInstance instance) {
    Long bytes = instance.lagBytes();
    if (bytes == null) {
      return "";
    }
    return bytes <= 0
        ? text("endpoint.lag.none")
        : text("endpoint.lag", context.formats().bytes(bytes));
  }

  private String text(String key, Object... values) {
    return context.texts().get(key, values);
  }
}
