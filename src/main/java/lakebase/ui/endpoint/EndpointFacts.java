package lakebase.ui.endpoint;

import java.util.ArrayList;
import java.util.List;
import lakebase.model.ComputeLimits;
import lakebase.model.Endpoint;
import lakebase.model.EndpointGroup;
import lakebase.model.SizeRange;
import lakebase.ui.UiContext;
import lakebase.ui.detail.ConnectionFacts;
import lakebase.ui.detail.Fact;
import lakebase.ui.detail.FactGroup;
import lakebase.ui.detail.PageMaker;
import lakebase.ui.detail.States;
import lakebase.ui.endpoint.ActivityWatch.Seen;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** The cards of a compute's overview. */
final class EndpointFacts {

  private final UiContext context;
  private final PageMaker pages;
  private final States states;
  private final ActivityFacts activity;

  EndpointFacts(UiContext context) {
    this.context = context;
    this.pages = new PageMaker(context);
    this.states = new States(context);
    this.activity = new ActivityFacts(context);
  }

  List<FactGroup> of(EndpointModel.Source source, Endpoint endpoint, Seen seen) {
    List<FactGroup> groups = new ArrayList<>();
    groups.add(size(endpoint));
    groups.add(hosts(source, endpoint));
    groups.add(now(source, endpoint, seen));
    int settings = endpoint.spec().pgSettings().size();
    groups.add(
        pages.about(
            "endpoint",
            endpoint.metadata(),
            Fact.of(
                "endpoint-settings",
                text("endpoint.settings"),
                text("endpoint.settings.count", settings))));
    groups.addAll(pages.settingsGroup(endpoint.spec().pgSettings()));
    groups.addAll(pages.unknownGroup(endpoint.unknown()));
    return groups;
  }

  /** What a size gives: memory and connections. */
  String capacity(SizeRange size) {
    String least = context.formats().number(ComputeLimits.memoryGb(size.minCu()));
    String most = context.formats().number(ComputeLimits.memoryGb(size.maxCu()));
    return text(
        "endpoint.capacity",
        least.equals(most) ? most : least + "–" + most,
        ComputeLimits.maxConnections(size.maxCu()));
  }

  private FactGroup size(Endpoint endpoint) {
    SizeRange size = endpoint.spec().size();
    EndpointGroup group = endpoint.spec().group();
    List<Fact> facts = new ArrayList<>();
    facts.add(
        size == null
            ? Fact.of("endpoint-range", text("endpoint.range"), text("detail.none"))
            : Fact.of("endpoint-range", text("endpoint.range"), context.formats().size(size))
                .withNote("(" + capacity(size) + ")"));
    facts.add(
        Fact.of(
            "endpoint-suspension",
            text("endpoint.suspension"),
            pages.suspension(endpoint.spec().suspension())));
    facts.add(availability(group));
    facts.add(
        pages.pending("endpoint-pending", text("endpoint.pending"), states.pending(endpoint)));
    return new FactGroup("card-size", MaterialDesignG.GAUGE, text("endpoint.card.size"), facts);
  }

  private Fact availability(@Nullable EndpointGroup group) {
    String id = "endpoint-availability";
    String label = text("endpoint.availability");
    if (group == null) {
      return Fact.of(id, label, text("detail.none"));
    }
    String note =
        text(
            group.readableSecondaries() ? "endpoint.group.readable" : "endpoint.group",
            group.max());
    return Fact.of(id, label, text(group.isHighlyAvailable() ? "detail.on" : "detail.off"))
        .withNote("(" + note + ")");
  }

  private FactGroup hosts(EndpointModel.Source source, Endpoint endpoint) {
    List<Fact> facts =
        ConnectionFacts.of(context.texts(), endpoint, source.branch(), source.user());
    return new FactGroup("card-hosts", MaterialDesignL.LAN, text("endpoint.card.hosts"), facts);
  }

  private FactGroup now(EndpointModel.Source source, Endpoint endpoint, Seen seen) {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        Fact.of("endpoint-state", text("detail.state"), states.of(endpoint))
            .withNote(activity.wakes(endpoint)));
    facts.addAll(activity.of(seen));
    facts.add(
        pages.moment(
            "endpoint-active", text("endpoint.lastActive"), endpoint.facts().lastActiveTime()));
    Integer version = source.pgVersion();
    facts.add(
        Fact.of(
            "endpoint-server",
            text("endpoint.server"),
            version == null ? text("detail.none") : "PostgreSQL " + version));
    return new FactGroup("card-now", MaterialDesignP.PULSE, text("detail.card.now"), facts);
  }

  private String text(String key, Object... values) {
    return context.texts().get(key, values);
  }
}
