package lakebase.local.proxy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.jspecify.annotations.Nullable;

/**
 * The certificates that the front door shows, one an address, signed by a certificate authority of
 * this workspace's own. They are made when they are first needed, and again before they expire. Any
 * thread.
 */
public final class Certificates {

  private static final Duration LIFE = Duration.ofDays(30);
  private static final Duration RENEWED_BEFORE_END = Duration.ofDays(7);

  /** The fastest first, where the machine does AES itself. */
  private static final List<String> PREFERRED =
      List.of("TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384");

  private final Path directory;
  private final InstantSource clock;
  private final Map<InetAddress, Shown> shown = new ConcurrentHashMap<>();
  private @Nullable CertificateAuthority authority;

  private record Shown(SSLContext context, List<String> names, Instant end) {}

  /** With the authority of that directory, which is made when there is none. */
  public Certificates(Path directory, InstantSource clock) {
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * The authority's certificate, for clients with {@code sslmode=verify-full sslrootcert=…}; made
   * when there is none.
   */
  public Path authorityFile() throws IOException {
    authority();
    return directory.resolve(CertificateAuthority.CERTIFICATE_FILE);
  }

  /**
   * The server's side of a TLS connection at that address.
   *
   * @param names further names of the address, for the certificate
   */
  SSLEngine engine(InetAddress address, List<String> names) throws IOException {
    SSLEngine engine = context(address, names).createSSLEngine();
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
    parameters.setApplicationProtocols(new String[] {"postgresql"});
    parameters.setCipherSuites(suites(parameters.getCipherSuites()));
    parameters.setUseCipherSuitesOrder(true);
    engine.setSSLParameters(parameters);
    return engine;
  }

  /** The certificate of that address, made now if need be. */
  SSLContext context(InetAddress address, List<String> names) throws IOException {
    Instant now = clock.instant();
    Shown known = shown.get(address);
    if (known == null
        || !known.names.equals(names)
        || now.isAfter(known.end.minus(RENEWED_BEFORE_END))) {
      known = make(address, names, now);
      shown.put(address, known);
    }
    return known.context;
  }

  /** Forgets the certificate of an address that is not used any more. */
  void forget(InetAddress address) {
    shown.remove(address);
  }

  private static String[] suites(String[] known) {
    List<String> all = List.of(known);
    return Stream.concat(PREFERRED.stream().filter(all::contains), all.stream())
        .distinct()
        .toArray(String[]::new);
  }

  private Shown make(InetAddress address, List<String> names, Instant now) throws IOException {
    GeneralName[] all =
        Stream.concat(
                Stream.of(new GeneralName(GeneralName.iPAddress, address.getHostAddress())),
                names.stream().map(name -> new GeneralName(GeneralName.dNSName, name)))
            .toArray(GeneralName[]::new);
    try {
      CertificateAuthority by = authority();
      CertificateAuthority.Signed made = by.sign(new GeneralNames(all), now, LIFE);
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(null, null);
      char[] inMemory = new char[0];
      keys.setKeyEntry(
          "address",
          made.key(),
          inMemory,
          new Certificate[] {made.certificate(), by.certificate()});
      KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
      managers.init(keys, inMemory);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return new Shown(context, List.copyOf(names), made.certificate().getNotAfter().toInstant());
    } catch (GeneralSecurityException e) {
      throw new IOException("no certificate can be made", e);
    }
  }

  private synchronized CertificateAuthority authority() throws IOException {
    try {
      if (authority == null || !authority.isGoodAt(clock.instant())) {
        authority = CertificateAuthority.of(directory, clock.instant());
      }
      return authority;
    } catch (GeneralSecurityException e) {
      throw new IOException("no certificate authority can be made", e);
    }
  }
}
