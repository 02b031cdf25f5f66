package lakebase.local.postgres;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import lakebase.local.engine.ComputePlan;
import lakebase.local.engine.DataPlaneException;
import lakebase.local.engine.DataPlaneException.Kind;
import lakebase.model.EndpointType;

/**
 * How an endpoint names its members in the branch's storage: those of the read/write endpoint are
 * numbers, those of a read-only one have its uid before the number.
 */
record CrewNames(BranchStorage storage, ComputePlan plan) {

  private boolean writes() {
    return plan.type().equals(EndpointType.READ_WRITE);
  }

  /** The main member: the branch's primary, or a read-only endpoint's first. */
  String main() {
    return writes() ? primary() : name(1);
  }

  /** The members on disk that hold copies of the branch and not the branch itself. */
  List<String> standbys() throws IOException {
    String primary = primary();
    return storage.memberNames().stream()
        .filter(isOurs())
        .filter(name -> !name.equals(primary))
        .toList();
  }

  /** Standbys on disk that are neither used nor needed when there are to be that many. */
  List<String> unused(int wanted, List<Member> used) throws IOException {
    List<String> free =
        standbys().stream().filter(name -> used.stream().noneMatch(isNamed(name))).toList();
    long needed = Math.max(0, wanted + 1L - used.size());
    return free.stream().skip(needed).toList();
  }

  /** The name of another member: one that is on disk already, if there is one. */
  String next(List<Member> used) throws IOException {
    String primary = primary();
    Predicate<String> free =
        name -> used.stream().noneMatch(isNamed(name)) && !name.equals(primary);
    return storage.memberNames().stream()
        .filter(isOurs().and(free))
        .findFirst()
        .orElseGet(() -> unusedName(free));
  }

  private String unusedName(Predicate<String> free) {
    return IntStream.iterate(1, i -> i + 1)
        .mapToObj(this::name)
        .filter(free)
        .findFirst()
        .orElseThrow();
  }

  private Predicate<String> isOurs() {
    return writes() ? name -> name.matches("\\d+") : name -> name.startsWith(plan.uid() + "-");
  }

  private static Predicate<Member> isNamed(String name) {
    return member -> member.name().equals(name);
  }

  private String name(int number) {
    return writes() ? Integer.toString(number) : plan.uid() + "-" + number;
  }

  private String primary() {
    try {
      return storage.primary();
    } catch (IOException e) {
      throw new DataPlaneException(Kind.FAILED, "The branch has no data.", e);
    }
  }
}
