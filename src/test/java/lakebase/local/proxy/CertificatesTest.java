package lakebase.local.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLEngine;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path directory;
  private volatile Instant now = NOW;

  @Test
  void theAuthorityIsMadeOnceAndItsKeyIsItsOwnersOnly() throws Exception {
    Path file = certificates().authorityFile();
    String made = Files.readString(file);

    assertThat(Files.readString(certificates().authorityFile())).isEqualTo(made);
    assertThat(file).hasFileName("ca.crt");
    Path key = directory.resolve("ca.key");
    if (key.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void theAuthorityIsMadeAgainWhenItIsDamagedOrEnds() throws Exception {
    Path file = certificates().authorityFile();
    String made = Files.readString(file);
    Files.writeString(directory.resolve("ca.key"), "damaged");
    String again = Files.readString(certificates().authorityFile());
    assertThat(again).isNotEqualTo(made);

    now = NOW.plus(Duration.ofDays(3620));
    assertThat(Files.readString(certificates().authorityFile())).isNotEqualTo(again);
  }

  @Test
  void aCertificateNamesItsAddressAndEndsBeforeItsAuthority() throws Exception {
    CertificateAuthority authority = CertificateAuthority.of(directory, NOW);
    GeneralNames names =
        new GeneralNames(
            new GeneralName[] {
              new GeneralName(GeneralName.iPAddress, "127.64.0.1"),
              new GeneralName(GeneralName.dNSName, "db.localhost")
            });
    X509Certificate certificate =
        authority.sign(names, NOW, Duration.ofDays(100_000)).certificate();

    certificate.verify(read(directory.resolve("ca.crt")).getPublicKey());
    assertThat(certificate.getSubjectAlternativeNames())
        .containsExactly(List.of(7, "127.64.0.1"), List.of(2, "db.localhost"));
    assertThat(certificate.getNotAfter()).isEqualTo(authority.certificate().getNotAfter());
    assertThat(authority.toString()).doesNotContain("PRIVATE").hasSizeLessThan(80);
  }

  @Test
  void theCertificateOfAnAddressIsKeptUntilItNearlyEnds() throws Exception {
    Certificates certificates = certificates();
    InetAddress address = InetAddress.getByName("127.64.0.1");
    Object first = context(certificates, address);

    assertThat(context(certificates, address)).isSameAs(first);
    now = NOW.plus(Duration.ofDays(24));
    assertThat(context(certificates, address)).isNotSameAs(first);
  }

  private static Object context(Certificates certificates, InetAddress address) throws Exception {
    SSLEngine engine = certificates.engine(address, List.of());
    assertThat(engine.getEnabledProtocols()).containsExactly("TLSv1.3", "TLSv1.2");
    return certificates.context(address, List.of());
  }

  private Certificates certificates() {
    return new Certificates(directory, () -> now);
  }

  private static X509Certificate read(Path file) throws Exception {
    try (var in = Files.newInputStream(file)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }
}
