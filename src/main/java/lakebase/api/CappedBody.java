package lakebase.api;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Reads a body up to a limit and ends the exchange there. */
final class CappedBody implements HttpResponse.BodySubscriber<CappedBody.Content> {

  /** How much of a good response is read: a page of a hundred resources is a few hundred KB. */
  static final int SUCCESS_LIMIT = 16 * 1024 * 1024;

  /** How much of an error is read. */
  static final int ERROR_LIMIT = 64 * 1024;

  /** What was read: at most the limit. */
  static final class Content {

    private final byte[] bytes;
    private final boolean cut;

    Content(byte[] bytes, boolean cut) {
      this.bytes = bytes;
      this.cut = cut;
    }

    /** The bytes themselves, not a copy. */
    byte[] bytes() {
      return bytes;
    }

    /** Whether there was more. */
    boolean isCut() {
      return cut;
    }

    String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private final int limit;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CompletableFuture<Content> content = new CompletableFuture<>();
  private Flow.@Nullable Subscription source;

  CappedBody(int limit) {
    this.limit = limit;
  }

  @Override
  public CompletionStage<Content> getBody() {
    return content;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    source = subscription;
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    if (content.isDone()) {
      return;
    }
    for (ByteBuffer buffer : buffers) {
      byte[] part = new byte[Math.min(buffer.remaining(), limit - bytes.size())];
      boolean cut = part.length < buffer.remaining();
      buffer.get(part);
      bytes.writeBytes(part);
      if (cut) {
        if (source != null) {
          source.cancel();
        }
        content.complete(new Content(bytes.toByteArray(), true));
        return;
      }
    }
  }

  @Override
  public void onError(Throwable broken) {
    content.completeExceptionally(broken);
  }

  @Override
  public void onComplete() {
    content.complete(new Content(bytes.toByteArray(), false));
  }
}
