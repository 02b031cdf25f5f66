package lakebase.connect;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import lakebase.api.Certificates;
import org.jspecify.annotations.Nullable;

/**
 * Which authorities may sign for a compute's host. The host's name is verified always.
 *
 * @param certificates a PEM file of authorities; absent for none
 * @param only whether no others are trusted; else Java's own and the system's are, too
 */
public record Trust(@Nullable Path certificates, boolean only) {

  /** What Java and the system trust. */
  public static final Trust SYSTEM = new Trust(null, false);

  private static final String ONLY = "only:";
  private static final String ALSO = "also:";

  /** The authorities of that file alone. */
  public static Trust only(Path certificates) {
    return new Trust(certificates, true);
  }

  /** What the system trusts, and the authorities of that file. */
  public static Trust systemAnd(Path certificates) {
    return new Trust(certificates, false);
  }

  /** The file, where its authorities are the only ones. */
  public Optional<Path> authority() {
    return only ? Optional.ofNullable(certificates) : Optional.empty();
  }

  /** In words for the database driver, which makes its socket factory by name. */
  String argument() {
    return (only ? ONLY : ALSO) + (certificates == null ? "" : certificates);
  }

  /** Reads {@link #argument}. */
  static Trust of(String argument) {
    String file = argument.substring(ONLY.length());
    return new Trust(file.isEmpty() ? null : Path.of(file), argument.startsWith(ONLY));
  }

  /** TLS with that trust; the certificates are read when the first server shows its own. */
  public SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new LateTrustManager(this::manager)}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has TLS", e);
    }
  }

  private X509ExtendedTrustManager manager() throws IOException, GeneralSecurityException {
    KeyStore known = KeyStore.getInstance(KeyStore.getDefaultType());
    known.load(null, null);
    int count = 0;
    for (Certificate certificate : authorities()) {
      known.setCertificateEntry("authority-" + count++, certificate);
    }
    for (TrustManager manager : managers(known)) {
      if (manager instanceof X509ExtendedTrustManager found) {
        return found;
      }
    }
    throw new GeneralSecurityException("no trust manager for X.509");
  }

  /**
   * All of them, read anew: the same as for the workspace's own requests.
   *
   * @throws IOException when the file cannot be read, or holds none
   */
  Set<Certificate> authorities() throws IOException, GeneralSecurityException {
    Set<Certificate> all = only ? new HashSet<>() : new HashSet<>(Certificates.usual());
    if (certificates != null) {
      all.addAll(new Certificates(certificates).read());
    }
    return all;
  }

  private static TrustManager[] managers(KeyStore known) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(known);
    return factory.getTrustManagers();
  }
}
