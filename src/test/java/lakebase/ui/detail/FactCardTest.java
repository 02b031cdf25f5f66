package lakebase.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import lakebase.testkit.FakeUi;
import lakebase.testkit.Fx;
import lakebase.testkit.FxTest;
import lakebase.testkit.Samples;
import lakebase.tour.Ui;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

@FxTest
final class FactCardTest {

  private final FakeUi fake = new FakeUi(Samples.state());
  private final FactCard card = Fx.call(() -> new FactCard(fake.context));

  private void show(Fact fact) {
    Fx.run(() -> card.show(new FactGroup("card", MaterialDesignP.PULSE, "Card", List.of(fact))));
  }

  private static Bounds bounds(Node node) {
    return Fx.call(() -> node.localToScene(node.getLayoutBounds()));
  }

  /** It stood at the far end of the card, as if it belonged to nothing. */
  @Test
  void theCopyButtonStandsBesideTheNote() {
    show(Fact.of("fact", "Label", "value").withNote("(note)").withCopy("copied"));
    Fx.show(Fx.call(() -> new StackPane(card)));
    Node button = Ui.find("copy-fact");
    Node note = Ui.all(node -> Ui.text(node).equals("(note)")).getFirst();
    assertThat(bounds(button).getMinX() - bounds(note).getMaxX()).isBetween(0.0, 20.0);
  }

  /** A focus on the button survives every second's new words, and it copies the newest. */
  @Test
  void otherWordsLeaveTheNodesAndAreWhatIsCopied() {
    show(Fact.of("fact", "Label", "one").withCopy("copied one"));
    Fx.show(Fx.call(() -> new StackPane(card)));
    Node button = Ui.find("copy-fact");
    show(Fact.of("fact", "Label", "two").withCopy("copied two"));
    assertThat(Ui.find("copy-fact")).isSameAs(button);
    assertThat(Ui.text(Ui.find("fact"))).isEqualTo("two");
    Ui.click("copy-fact");
    assertThat(fake.calls).containsExactly("copy copied two");
    show(Fact.of("fact", "Label", "three").withNote("(note)"));
    assertThat(Ui.isShown("copy-fact")).isFalse();
    assertThat(Ui.reads("(note)")).isTrue();
  }

  /** It stood out of the card, over its border. */
  @Test
  void aLongNoteStaysInTheCard() {
    show(Fact.of("fact", "Label", "value").withNote("(1–4 GB, 419 connections of all kinds)"));
    Fx.run(() -> card.setMaxWidth(280));
    Fx.show(Fx.call(() -> new StackPane(card)));
    Node note = Ui.all(node -> Ui.text(node).startsWith("(1–4")).getFirst();
    assertThat(bounds(note).getMaxX()).isLessThan(bounds(card).getMaxX() - 10);
  }
}
