package lakebase.connect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
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
    for (Certificate certificate : only ? List.<Certificate>of() : systems()) {
      known.setCertificateEntry("system-" + count++, certificate);
    }
    for (Certificate certificate : added()) {
      known.setCertificateEntry("added-" + count++, certificate);
    }
    for (TrustManager manager : managers(known)) {
      if (manager instanceof X509ExtendedTrustManager found) {
        return found;
      }
    }
    throw new GeneralSecurityException("no trust manager for X.509");
  }

  private List<? extends Certificate> added() throws IOException, GeneralSecurityException {
    if (certificates == null) {
      return List.of();
    }
    try (InputStream file = Files.newInputStream(certificates)) {
      return List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(file));
    }
  }

  private static List<Certificate> systems() throws IOException, GeneralSecurityException {
    List<Certificate> all = new ArrayList<>();
    for (TrustManager manager : managers(null)) {
      if (manager instanceof X509TrustManager known) {
        Collections.addAll(all, known.getAcceptedIssuers());
      }
    }
    String type = systemStore();
    if (!type.isEmpty()) {
      KeyStore store = KeyStore.getInstance(type);
      store.load(null, null);
      for (String alias : Collections.list(store.aliases())) {
        Certificate certificate = store.getCertificate(alias);
        if (certificate != null) {
          all.add(certificate);
        }
      }
    }
    return all;
  }

  /** Java brings its own authorities everywhere; these two systems have a store that it reads. */
  private static String systemStore() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return system.startsWith("windows")
        ? "Windows-ROOT"
        : system.startsWith("mac") ? "KeychainStore" : "";
  }

  private static TrustManager[] managers(@Nullable KeyStore known) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(known);
    return factory.getTrustManagers();
  }
}
