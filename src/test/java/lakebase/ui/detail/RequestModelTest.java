package lakebase.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import lakebase.api.JournalEntry;
import lakebase.state.Ref;
import lakebase.testkit.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RequestModelTest {

  private static final String ROOT = "/api/2.0/postgres/";

  private static JournalEntry entry(String method, String path, String body) {
    return new JournalEntry(
        1,
        Samples.NOW,
        method,
        ROOT + path,
        200,
        12,
        null,
        body.isEmpty() ? null : body,
        "{}",
        null);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, projects/sample-shop/branches/production, true",
    "PATCH, projects/sample-shop/branches/production?update_mask=spec.is_protected, true",
    "GET, projects/sample-shop/branches/production/operations/op-1, true",
    "GET, projects/sample-shop/branches/production/endpoints?page_size=100, true",
    "POST, projects/sample-shop/branches/production/undelete, true",
    "POST, projects/sample-shop/branches?branch_id=production, true",
    "POST, projects/sample-shop/branches?branch_id=production-2, false",
    "GET, projects/sample-shop/branches, false",
    "GET, projects/sample-shop/branches/production-2, false",
    "GET, projects/sample-shop/branches/production/endpoints/primary, false",
    "GET, projects/sample-shop, false"
  })
  void aBranchHasItsOwnRequests(String method, String path, boolean its) {
    Ref ref = Ref.of(Samples.LOCAL, Samples.PRODUCTION);
    assertThat(RequestModel.concerns(entry(method, path, ""), ref)).isEqualTo(its);
  }

  @Test
  void aComputeHasItsCredentials() {
    Ref ref = Ref.of(Samples.LOCAL, Samples.PRIMARY);
    String own = "{\"endpoint\":\"" + Samples.PRIMARY + "\"}";
    String other = "{\"endpoint\":\"" + Samples.PRIMARY + "-2\"}";
    assertThat(RequestModel.concerns(entry("POST", "credentials", own), ref)).isTrue();
    assertThat(RequestModel.concerns(entry("POST", "credentials", other), ref)).isFalse();
  }

  @Test
  void aWorkspaceHasAll() {
    Ref ref = Ref.of(Samples.LOCAL);
    assertThat(RequestModel.concerns(entry("GET", "projects", ""), ref)).isTrue();
  }
}
