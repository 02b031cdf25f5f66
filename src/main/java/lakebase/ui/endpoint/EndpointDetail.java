package lakebase.ui.endpoint;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import lakebase.state.Ref;
import lakebase.ui.Lifecycle;
import lakebase.ui.UiContext;
import lakebase.ui.detail.CardsSection;
import lakebase.ui.detail.DetailPane;
import lakebase.ui.detail.RequestTab;
import lakebase.ui.detail.Section;

/** The page of a compute: size, hosts, state, and the way to a credential. FX thread. */
public final class EndpointDetail extends StackPane {

  private final DetailPane<EndpointModel.Source, EndpointContent> pane;
  private final ActivityWatch watch;

  /** A page that shows nothing yet. */
  public EndpointDetail(UiContext context) {
    this.watch = new ActivityWatch(context, this::renderAgain);
    this.pane = new DetailPane<>(context, new EndpointModel(context, watch::seen));
    pane.frame()
        .scrollingTab("overview", () -> new Overview(context))
        .tab("request", () -> new RequestTab<>(context, pane::ref));
    getChildren().add(pane);
    Lifecycle.of(this).whileSeen(watch::look);
  }

  /**
   * Shows that compute.
   *
   * @throws IllegalArgumentException when it is none
   */
  public void show(Ref ref) {
    pane.show(ref);
    if (ref instanceof Ref.OfResource compute) {
      watch.show(compute);
    }
  }

  private void renderAgain() {
    pane.renderAgain();
  }

  /** The cards, with a bar of the size range in the first. */
  private static final class Overview implements Section<EndpointContent> {

    private final RangeBar bar = new RangeBar();
    private final CardsSection<EndpointContent> cards;

    Overview(UiContext context) {
      this.cards = new CardsSection<>(context, EndpointContent::facts).inFirstCard(bar);
    }

    @Override
    public Node node() {
      return cards.node();
    }

    @Override
    public void show(EndpointContent content) {
      bar.show(content.size(), content.sizeWords());
      cards.show(content);
    }
  }
}
