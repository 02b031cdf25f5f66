package lakebase.ui.credential;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import lakebase.api.PostgresApi;
import lakebase.model.Credential;
import lakebase.model.CredentialRequest;
import lakebase.testkit.FakeUi;
import lakebase.ui.Formats;
import lakebase.ui.UiContext;

/** A service that gives credentials and nothing else. */
final class Keys {

  static final String TOKEN =
      "eyJhbGciOiJSUzI1NiIsImtpZCI6ImsxIn0.eyJzdWIiOiJhZG1pbkBsb2NhbCJ9.c2lnbmF0dXJlLW9mLWEtdGVzdA";

  final List<CredentialRequest> requests = new ArrayList<>();
  Supplier<Credential> answer;

  Keys(Supplier<Credential> answer) {
    this.answer = answer;
  }

  PostgresApi api() {
    return (PostgresApi)
        Proxy.newProxyInstance(
            Keys.class.getClassLoader(),
            new Class<?>[] {PostgresApi.class},
            (_, method, arguments) -> {
              if (!method.getName().equals("generateCredential")) {
                throw new UnsupportedOperationException(method.getName());
              }
              requests.add((CredentialRequest) arguments[0]);
              return answer.get();
            });
  }

  /** The fake's context on that clock. */
  static UiContext on(FakeUi fake, Clock clock) {
    UiContext context = fake.context;
    return new UiContext(
        context.store(),
        context.texts(),
        new Formats(context.texts(), clock),
        context.intents(),
        context.changes(),
        context.inventories(),
        context.runner(),
        context.workspaces(),
        clock);
  }
}
