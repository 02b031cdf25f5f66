package lakebase.api;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Whose certificates are trusted; says by name which one is not. */
final class Trust extends X509ExtendedTrustManager {

  private final X509ExtendedTrustManager judge;

  private Trust(X509ExtendedTrustManager judge) {
    this.judge = judge;
  }

  /**
   * Trusts what Java and the operating system trust, and the authorities in the file.
   *
   * @throws IOException when the file cannot be read
   */
  static SSLContext context(@Nullable Certificates more) throws IOException {
    try {
      Set<Certificate> trusted = Certificates.usual();
      if (more != null) {
        trusted.addAll(more.read());
      }
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int count = 0;
      for (Certificate certificate : trusted) {
        store.setCertificateEntry("authority" + count++, certificate);
      }
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new Trust(judgeOf(store))}, null);
      return context;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("TLS cannot be set up", impossible);
    }
  }

  static X509ExtendedTrustManager judgeOf(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return Arrays.stream(factory.getTrustManagers())
        .filter(X509ExtendedTrustManager.class::isInstance)
        .map(X509ExtendedTrustManager.class::cast)
        .findFirst()
        .orElseThrow(() -> new GeneralSecurityException("no trust manager for X.509"));
  }

  /** The chain that was shown is not trusted; says {@code whose ← who issued it}. */
  static final class UntrustedException extends CertificateException {

    private static final long serialVersionUID = 1;

    UntrustedException(X509Certificate[] chain, CertificateException cause) {
      super(
          chain[0].getSubjectX500Principal().getName()
              + " ← "
              + chain[chain.length - 1].getIssuerX500Principal().getName()
              + " ("
              + cause.getMessage()
              + ")",
          cause);
    }
  }

  @FunctionalInterface
  private interface Check {
    void run() throws CertificateException;
  }

  private static void named(X509Certificate[] chain, Check check) throws CertificateException {
    try {
      check.run();
    } catch (CertificateException refused) {
      throw chain.length == 0 ? refused : new UntrustedException(chain, refused);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    named(chain, () -> judge.checkServerTrusted(chain, type, engine));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    named(chain, () -> judge.checkServerTrusted(chain, type, socket));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    named(chain, () -> judge.checkServerTrusted(chain, type));
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    judge.checkClientTrusted(chain, type, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    judge.checkClientTrusted(chain, type, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    judge.checkClientTrusted(chain, type);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return judge.getAcceptedIssuers();
  }
}
