package lakebase.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import lakebase.model.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestJournalTest {

  private static final Secret TOKEN = new Secret("plain-looking-token-without-a-shape");

  @Test
  void theLastFiveHundredAreKeptInOrder() {
    RequestJournal journal = new RequestJournal();
    for (int i = 0; i < 620; i++) {
      journal.add(attempt("{}"), TOKEN);
    }
    assertThat(journal.entries())
        .extracting(JournalEntry::sequence)
        .containsExactlyElementsOf(LongStream.rangeClosed(121, 620).boxed().toList());
  }

  @Test
  void listenersHearUntilTheyLeave() {
    RequestJournal journal = new RequestJournal();
    List<JournalEntry> heard = new ArrayList<>();
    Runnable leave = journal.subscribe(heard::add);
    journal.add(attempt("{}"), null);
    leave.run();
    journal.add(attempt("{}"), null);
    assertThat(heard).containsExactly(journal.entries().getFirst());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"token\":\"SECRET\",\"expire_time\":\"KEPT\"}",
        "{\"a\":\"KEPT\",\"access_token\" : \"SECRET\\\"SECRET\"}",
        "{\"refresh_token\":\"SECRET\",\"next_page_token\":\"KEPT\"}",
        "{\"a\":\"KEPT\",\"client_secret\":\"SECRET",
        "{\"password\":\"SECRET\",\"a\":\"KEPT\"}",
        "KEPT Authorization: Bearer SECRETSECRET",
        "grant_type=KEPT&client_secret=SECRET&x=1",
        "KEPT eyJhbGciOiJIUzI1NiJ9.SECRET.SECRET",
        "KEPT eyJSECRET",
        "KEPT dapi0123456789abcdef0123456789abcdef-2",
        "KEPT plain-looking-token-without-a-shape"
      })
  void secretsAreTakenOutOnTheWayIn(String body) {
    RequestJournal journal = new RequestJournal();
    journal.add(attempt(body), TOKEN);
    assertThat(journal.entries().getFirst().toString())
        .contains("KEPT", Redactor.MARK)
        .doesNotContain("SECRET", "dapi0", "eyJ", TOKEN.reveal());
  }

  @Test
  void longBodiesAreShortenedAndTheirSecretsAreNotCutIntoPieces() {
    String secret = "eyJ" + "s".repeat(3_000) + ".SECRET.SECRET";
    String body =
        "x".repeat(RequestJournal.LONGEST_BODY - 1_000) + " " + secret + "y".repeat(90_000);
    RequestJournal journal = new RequestJournal();
    journal.add(attempt(body), null);
    assertThat(journal.entries().getFirst().responseBody())
        .hasSizeLessThan(RequestJournal.LONGEST_BODY + 100)
        .doesNotContain("eyJ", "sss");
  }

  @Test
  void whatIsAskedForAllTheTimePushesNothingElseOut() {
    RequestJournal journal = new RequestJournal();
    journal.add(attempt("{}"), null);
    for (int i = 0; i < RequestJournal.CAPACITY; i++) {
      journal.add(attempt("projects/p/branches/b/endpoints/e/compute-instances", "{}"), null);
    }
    journal.add(attempt("projects/p/branches/b/endpoints/f/compute-instances", "{}"), null);
    assertThat(journal.entries())
        .extracting(JournalEntry::sequence)
        .containsExactly(1L, 501L, 502L);
  }

  private static RequestJournal.Attempt attempt(String response) {
    return attempt("projects", response);
  }

  private static RequestJournal.Attempt attempt(String path, String response) {
    return new RequestJournal.Attempt(
        Instant.EPOCH,
        ApiRequest.get("/api/2.0/postgres/" + path, Map.of()),
        200,
        3,
        "t",
        response,
        null);
  }
}
