package lakebase.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import lakebase.code.ExampleList.Example;
import lakebase.model.Operation;

/**
 * Two workspaces: what the client does in one, a text does in the other, and all that can be read
 * is the same after every step.
 */
final class Twins implements AutoCloseable {

  /** Carries a text out, and gives what it printed. */
  @FunctionalInterface
  interface Runner {
    String run(String text, Place place) throws Exception;
  }

  private final Place client;
  private final Place text;

  Twins(Path directory) {
    client = new Place(directory.resolve("client"));
    text = new Place(directory.resolve("text"));
  }

  Place text() {
    return text;
  }

  /** Does all examples. */
  void live(Language language, Runner runner) throws Exception {
    for (Example example : Examples.all(client.user())) {
      step(example, language, runner);
    }
  }

  private void step(Example example, Language language, Runner runner) throws Exception {
    Action action = example.action();
    if (action.path().contains("/operations/")) {
      client.anOperation();
      action = Action.read(text.anOperation());
    } else if (example.change().isPresent()) {
      Operation done = client.api().submit(example.change().get());
      assertThat(done.outcome()).as(example.name()).isInstanceOf(Operation.Outcome.Succeeded.class);
    } else {
      client.send(action);
    }
    String printed = runner.run(Code.text(language, action), text);
    assertThat(printed).as(example.name()).isNotBlank();
    assertThat(text.everything()).as(example.name()).isEqualTo(client.everything());
  }

  @Override
  public void close() {
    client.close();
    text.close();
  }
}
