package lakebase.ui.detail;

import static javafx.geometry.Orientation.VERTICAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import lakebase.testkit.Fx;
import lakebase.testkit.FxTest;
import lakebase.tour.Ui;
import lakebase.ui.theme.ConsoleTheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table in its card. */
@FxTest
final class DetailTableTest {

  private static final Empty NONE = new Empty("none", null);

  private final DetailTable<String> table =
      Fx.call(() ->
          new DetailTable<String>("rows", "rows", row -> row)
              .column("name", "Name", 900, Cell::of)
              .column("time", "Time", 300, Cell::of)
              .uncut());

  /** It stood out of the card by half of the height that it had when it was empty. */
  @Test
  void staysInItsCardWhenItsFirstRowComes() {
    Fx.run(() -> table.show(List.of(), NONE));
    Fx.show(Fx.call(() -> new VBox(table)));
    Fx.run(() -> table.show(List.of("one"), NONE));
    Fx.settle();
    assertThat(table.table().getLayoutY()).isNotNegative();
    assertThat(table.table().getHeight()).isLessThan(table.getHeight());
  }

  @Test
  void rowsAndColumnsGrowWithTheText() {
    Fx.run(() -> table.show(List.of("one"), NONE));
    Stage stage = Fx.show(Fx.call(() -> new VBox(table)));
    double row = table.table().getFixedCellSize();
    TableColumn<String, ?> time = table.table().getColumns().getLast();
    assertThat(time.getWidth()).isGreaterThanOrEqualTo(299);
    Fx.run(() -> ConsoleTheme.style(stage.getScene(), 200));
    Fx.settle();
    assertThat(table.table().getFixedCellSize()).isEqualTo(2 * row);
    assertThat(time.getWidth()).isGreaterThanOrEqualTo(599);
  }

  /** Header and rows needed a pixel more than they had, and a bar stood beside a single row. */
  @ParameterizedTest
  @ValueSource(ints = {75, 100, 110, 125, 150, 200})
  void nothingScrollsWhereEveryRowHasRoom(int scale) {
    Fx.run(() -> table.show(List.of("one", "two", "three"), NONE));
    Stage stage = Fx.show(Fx.call(() -> new VBox(table)));
    Fx.run(() -> ConsoleTheme.style(stage.getScene(), scale));
    Fx.settle();
    assertThat(Ui.all(node -> node instanceof ScrollBar bar && bar.getOrientation() == VERTICAL))
        .as("at %d %%", scale)
        .isEmpty();
    Fx.run(stage::hide);
  }
}
