package lakebase.local.postgres;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import lakebase.local.proxy.Gate;
import lakebase.local.proxy.Refused;

/** An address is known before the compute behind it is served; whoever comes so early is told. */
final class LateGate implements Gate {

  private static final String CANNOT_CONNECT_NOW = "57P03";

  private final Supplier<Optional<Compute>> compute;
  private final boolean readers;

  LateGate(Supplier<Optional<Compute>> compute, boolean readers) {
    this.compute = compute;
    this.readers = readers;
  }

  @Override
  public Entry enter() throws Refused, InterruptedException {
    Optional<Compute> found = compute.get();
    if (found.isEmpty()) {
      throw new Refused(CANNOT_CONNECT_NOW, "the compute is not ready yet");
    }
    return found.get().gate(readers).enter();
  }

  @Override
  public List<Path> sockets() {
    return compute.get().map(found -> found.gate(readers).sockets()).orElse(List.of());
  }
}
