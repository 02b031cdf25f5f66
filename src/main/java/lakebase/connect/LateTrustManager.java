package lakebase.connect;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Reads the trusted authorities when a server has shown its certificate, and not before: the local
 * workspace makes its authority for the first client that it has.
 */
final class LateTrustManager extends X509ExtendedTrustManager {

  /** Makes the manager that decides. */
  interface Source {
    X509ExtendedTrustManager make() throws IOException, GeneralSecurityException;
  }

  private final Source source;
  private volatile @Nullable X509ExtendedTrustManager made;

  LateTrustManager(Source source) {
    this.source = source;
  }

  private X509ExtendedTrustManager manager() throws CertificateException {
    X509ExtendedTrustManager known = made;
    if (known == null) {
      try {
        known = source.make();
      } catch (IOException | GeneralSecurityException e) {
        throw new CertificateException(
            "the trusted certificates cannot be read: " + e.getMessage(), e);
      }
      made = known;
    }
    return known;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    manager().checkServerTrusted(chain, type);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    manager().checkServerTrusted(chain, type, socket);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    manager().checkServerTrusted(chain, type, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("this is a client");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    throw new CertificateException("this is a client");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("this is a client");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
