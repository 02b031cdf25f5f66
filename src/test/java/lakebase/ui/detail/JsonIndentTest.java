package lakebase.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class JsonIndentTest {

  @Test
  void indentsObjectsAndLists() {
    assertThat(JsonIndent.pretty("{\"a\":[1,{\"b\":\"x\"}],\"c\":{},\"d\":[ ]}"))
        .isEqualTo(
            """
            {
              "a": [
                1,
                {
                  "b": "x"
                }
              ],
              "c": {},
              "d": []
            }\
            """);
  }

  @Test
  void leavesTextAlone() {
    String tricky = "{\"a\":\"{,:[ \\\" }\"}";
    assertThat(JsonIndent.pretty(tricky)).contains("\"{,:[ \\\" }\"");
    assertThat(JsonIndent.pretty("<html>no</html>")).isEqualTo("<html>no</html>");
  }

  @Test
  void showsACutBodyToo() {
    assertThat(JsonIndent.pretty("{\"a\":{\"b\":\"x")).isEqualTo("{\n  \"a\": {\n    \"b\": \"x");
    assertThat(JsonIndent.pretty("}}]{")).endsWith("{");
  }
}
