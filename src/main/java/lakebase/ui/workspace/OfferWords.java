package lakebase.ui.workspace;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import lakebase.auth.Offer;
import lakebase.model.SignIn;
import lakebase.ui.Texts;

/** Ways to sign in, in words. */
final class OfferWords {

  private final Texts texts;

  OfferWords(Texts texts) {
    this.texts = texts;
  }

  /** What it is called in the list of all. */
  String name(Offer offer) {
    return switch (offer.signIn()) {
      case SignIn.Profile(String profile) ->
          join(texts.get("signIn.profile", profile), texts.of("signIn.kind", offer.kind()));
      case SignIn.Environment _ ->
          join(texts.get("signIn.environment"), texts.of("signIn.kind", offer.kind()));
      case SignIn.Browser _,
          SignIn.ServicePrincipal _,
          SignIn.AccessToken _,
          SignIn.AzureCli _,
          SignIn.DatabricksCli _ ->
          texts.of("signIn.kind", offer.kind());
      case SignIn.Embedded _ -> texts.get("signIn.embedded");
    };
  }

  /** Where it was found, and for which host. */
  String source(Offer offer) {
    String from =
        switch (offer.signIn()) {
          case SignIn.Profile _ -> texts.get("signIn.from.file", offer.source());
          case SignIn.Environment _ -> texts.get("signIn.from.environment", offer.source());
          case SignIn.AzureCli _, SignIn.DatabricksCli _ ->
              texts.get("signIn.from.program", offer.source());
          case SignIn.Browser _ -> texts.get("signIn.from.browser");
          case SignIn.ServicePrincipal _ -> texts.get("signIn.from.servicePrincipal");
          case SignIn.AccessToken _ -> texts.get("signIn.from.accessToken");
          case SignIn.Embedded _ -> "";
        };
    return join(offer.host(), from);
  }

  private static String join(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
  }
}
