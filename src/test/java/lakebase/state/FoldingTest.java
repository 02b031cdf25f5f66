package lakebase.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

  @ParameterizedTest
  @CsvSource({
    "shop, shop",
    "ZÜRICH, zurich",
    "Straße, strasse",
    "ﬁne, fine",
    "ÅNGSTRÖM, angstrom",
    "Ελλάδα, ελλαδα",
    "データ, テータ",
  })
  void folds(String text, String folded) {
    assertThat(Folding.fold(text)).isEqualTo(Folding.fold(folded));
    assertThat(Folding.fold(Folding.fold(text))).isEqualTo(Folding.fold(text));
  }

  @ParameterizedTest
  @CsvSource({
    "Zürich Straße, strasse, Straße",
    "Zürich Straße, se, ße",
    "My Shop, shop, Shop",
    "x🙂Ünder, und, Ünd",
  })
  void findsWhereItStandsInTheTextAsWritten(String text, String query, String part) {
    Folding.Range range = Folding.find(text, query).orElseThrow();
    assertThat(text.substring(range.start(), range.end())).isEqualTo(part);
  }
}
