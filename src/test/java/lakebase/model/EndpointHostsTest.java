package lakebase.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EndpointHostsTest {

  @Test
  void thePortIsNamedWhereItIsNotTheStandardOne() {
    EndpointHosts ported = new EndpointHosts("127.0.0.1", "127.0.0.1", null, null, 54_001, 54_002);
    assertThat(ported.address()).contains("127.0.0.1:54001");
    assertThat(ported.readOnlyAddress()).contains("127.0.0.1:54002");
    EndpointHosts standard = new EndpointHosts("127.77.0.13", null, null, null);
    assertThat(standard.address()).contains("127.77.0.13");
    assertThat(standard.readOnlyAddress()).isEmpty();
  }

  @Test
  void aReadOnlyEndpointHasItsAddressThere() {
    assertThat(new EndpointHosts(null, "ro", null, null, null, 6000).mainAddress())
        .contains("ro:6000");
    assertThat(EndpointHosts.NONE.mainAddress()).isEmpty();
  }
}
