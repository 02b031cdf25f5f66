package lakebase.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.Set;
import lakebase.api.Certificates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustTest {

  @TempDir private Path directory;

  @Test
  void aComputeIsTrustedByTheSameAuthoritiesAsItsWorkspace()
      throws IOException, GeneralSecurityException {
    assertThat(Trust.SYSTEM.authorities()).isEqualTo(Certificates.usual());
  }

  @Test
  void anAuthorityOfItsOwnIsTheOnlyOneOrOneMore() throws IOException, GeneralSecurityException {
    Certificate one = Certificates.usual().iterator().next();
    Path file =
        Files.writeString(
            directory.resolve("ca.crt"),
            "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(one.getEncoded())
                + "\n-----END CERTIFICATE-----\n");
    assertThat(Trust.only(file).authorities()).isEqualTo(Set.of(one));
    assertThat(Trust.systemAnd(file).authorities()).hasSizeGreaterThan(1).contains(one);
  }

  @Test
  void aFileThatHoldsNoneIsNotTakenForOne() throws IOException {
    Path file = Files.writeString(directory.resolve("ca.crt"), "none");
    assertThatThrownBy(() -> Trust.systemAnd(file).authorities())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no certificate");
  }
}
