package lakebase.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A PEM file of authorities that are trusted besides the system's.
 *
 * @param file where it is
 */
public record Certificates(Path file) {

  private static final Pattern PEM =
      Pattern.compile("-----BEGIN CERTIFICATE-----[^-]++-----END CERTIFICATE-----");

  /** Where Linux distributions keep what the system trusts. */
  private static final List<Path> BUNDLES =
      List.of(
          Path.of("/etc/ssl/certs/ca-certificates.crt"),
          Path.of("/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem"),
          Path.of("/etc/ssl/ca-bundle.pem"),
          Path.of("/etc/ssl/cert.pem"));

  /**
   * What it holds; read anew each time.
   *
   * @throws IOException when it cannot be read, or holds none
   */
  public Set<Certificate> read() throws IOException {
    Set<Certificate> found = read(file);
    if (found.isEmpty()) {
      throw new IOException("it holds no certificate in PEM form");
    }
    return found;
  }

  /**
   * What Java and the operating system trust.
   *
   * @throws GeneralSecurityException when Java has no authorities of its own
   */
  public static Set<Certificate> usual() throws GeneralSecurityException {
    Set<Certificate> all = new HashSet<>(ofSystem());
    all.addAll(Arrays.asList(Trust.judgeOf(null).getAcceptedIssuers()));
    return all;
  }

  /** What the operating system trusts, as far as it tells; what it does not tell is left out. */
  private static Set<Certificate> ofSystem() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.startsWith("windows")) {
      return ofStore("Windows-ROOT");
    }
    if (system.startsWith("mac")) {
      Set<Certificate> found = ofStore("KeychainStore-ROOT");
      found.addAll(ofStore("KeychainStore"));
      return found;
    }
    try {
      for (Path bundle : BUNDLES) {
        if (Files.isReadable(bundle)) {
          return read(bundle);
        }
      }
    } catch (IOException unreadable) {
      return Set.of();
    }
    return Set.of();
  }

  private static Set<Certificate> ofStore(String type) {
    try {
      KeyStore store = KeyStore.getInstance(type);
      store.load(null, null);
      Set<Certificate> found = new HashSet<>();
      for (String alias : Collections.list(store.aliases())) {
        // Not the certificates that a person has keys for.
        if (store.isCertificateEntry(alias)) {
          found.add(store.getCertificate(alias));
        }
      }
      return found;
    } catch (GeneralSecurityException | IOException unreadable) {
      return new HashSet<>();
    }
  }

  private static Set<Certificate> read(Path file) throws IOException {
    Set<Certificate> found = new HashSet<>();
    Matcher block = PEM.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      while (block.find()) {
        byte[] bytes = block.group().getBytes(StandardCharsets.ISO_8859_1);
        found.add(factory.generateCertificate(new ByteArrayInputStream(bytes)));
      }
      return found;
    } catch (GeneralSecurityException broken) {
      throw new IOException("it holds a certificate that cannot be read", broken);
    }
  }
}
