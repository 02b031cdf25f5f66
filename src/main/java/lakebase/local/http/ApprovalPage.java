package lakebase.local.http;

/** The page that asks the person, as HTML without script. */
final class ApprovalPage {

  private static final String FRAME =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>Local workspace – sign in</title>
        <style>
          :root { color-scheme: light dark; }
          body { font: 16px/1.5 system-ui, sans-serif; margin: 12vh auto; max-width: 26rem;
                 padding: 0 1rem; }
          h1 { font-size: 1.3rem; }
          label, input[type=password] { display: block; width: 100%; box-sizing: border-box; }
          input, button { font: inherit; padding: .5rem .8rem; margin: .3rem 0; }
          .problem { font-weight: bold; }
        </style>
      </head>
      <body>
      <h1>Local workspace</h1>
      ${content}
      </body>
      </html>
      """;

  private static final String FORM =
      """
      <p>The program <b>${client}</b> on this computer asks to act as <b>${user}</b>.</p>
      <p class="problem" role="alert">${problem}</p>
      <form method="post" action="/oidc/v1/authorize">
        <input type="hidden" name="request" value="${nonce}">
        ${owner}
        <button name="decision" value="approve">Approve</button>
        <button name="decision" value="deny" formnovalidate>Deny</button>
      </form>
      """;

  private static final String OWNER =
      """
      <label>The workspace's token, from the file <i>token</i> in its data directory
        <input type="password" name="token" autocomplete="current-password" required autofocus>
      </label>
      """;

  private ApprovalPage() {}

  static String message(String text) {
    return FRAME.replace("${content}", "<p>" + escape(text) + "</p>");
  }

  /** The question; {@code known}: the browser's person has shown the token before. */
  static String form(String user, String client, String nonce, boolean known, String problem) {
    String form =
        FORM.replace("${owner}", known ? "" : OWNER)
            .replace("${nonce}", escape(nonce))
            .replace("${problem}", escape(problem))
            .replace("${user}", escape(user))
            .replace("${client}", escape(client));
    return FRAME.replace("${content}", form);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;")
        .replace("$", "&#36;");
  }
}
