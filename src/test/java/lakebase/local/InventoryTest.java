package lakebase.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists and pages (contract §5), over a generated inventory. */
class InventoryTest {

  @TempDir Path directory;

  @BeforeEach
  void fill() throws Exception {
    Generator.fill(directory, 250, 4, 2);
  }

  @Test
  void everyPageIsWholeAndInOrder() {
    try (LocalWorkspace workspace = Workspaces.start(Workspaces.instant(directory))) {
      Http http = new Http(workspace);
      List<String> names = new ArrayList<>();
      String token = "";
      do {
        var page = http.get("projects?page_size=70&page_token=" + token);
        names.addAll(page.names("projects"));
        token = page.text("/next_page_token");
      } while (!token.isEmpty());
      assertThat(names).hasSize(250).isSorted().doesNotHaveDuplicates();
      assertThat(http.get("projects").names("projects")).hasSize(100);
      assertThat(http.get("projects?page_size=1000").names("projects")).hasSize(100);
      assertThat(http.get(names.getLast() + "/branches").names("branches")).hasSize(4);
      assertThat(http.get(names.getLast() + "/branches/production/endpoints").names("endpoints"))
          .hasSize(2);
    }
  }

  @Test
  void pagesNeitherRepeatNorSkipWhileProjectsComeAndGo() {
    try (LocalWorkspace workspace = Workspaces.start(Workspaces.instant(directory))) {
      Http http = new Http(workspace);
      var first = http.get("projects?page_size=50");
      List<String> seen = new ArrayList<>(first.names("projects"));
      List<String> before = new ArrayList<>(seen);
      for (String name : List.of(seen.getLast(), seen.get(10))) {
        http.patch(
            name + "/branches/production?update_mask=spec.is_protected",
            "{\"spec\":{\"is_protected\":false}}");
        assertThat(http.delete(name).status()).isEqualTo(200);
      }
      assertThat(http.post("projects?project_id=aaaa", "{}").status()).isEqualTo(200);
      assertThat(http.post("projects?project_id=zzzz", "{}").status()).isEqualTo(200);
      String token = first.text("/next_page_token");
      while (!token.isEmpty()) {
        var page = http.get("projects?page_size=50&page_token=" + token);
        seen.addAll(page.names("projects"));
        token = page.text("/next_page_token");
      }
      assertThat(before).hasSize(50);
      assertThat(seen).hasSize(251).doesNotHaveDuplicates().endsWith("projects/zzzz");
    }
  }

  @Test
  void aTokenOfAnotherListOrOfNoneIsRefused() {
    try (LocalWorkspace workspace = Workspaces.start(Workspaces.instant(directory))) {
      Http http = new Http(workspace);
      String token = http.get("projects?page_size=5").text("/next_page_token");
      for (String query :
          List.of(
              "projects?show_deleted=true&page_token=" + token,
              "projects?page_token=" + token.substring(1),
              "projects?page_token=garbage",
              "projects?page_token=%F0%9F%A4%94",
              "projects?page_size=-1",
              "projects?page_size=many",
              "projects?page_size=99999999999")) {
        var answer = http.get(query);
        assertThat(answer.status()).as(query).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("INVALID_PARAMETER_VALUE");
      }
    }
  }
}
