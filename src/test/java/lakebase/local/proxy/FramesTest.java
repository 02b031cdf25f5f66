package lakebase.local.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class FramesTest {

  /** However the stream is cut, it is between two messages exactly where one ends. */
  @Property(tries = 200)
  void knowsWhereMessagesEnd(
      @ForAll @Size(max = 20) List<@IntRange(max = 40) Integer> bodies,
      @ForAll @IntRange(min = 1, max = 30) int piece) {
    ByteBuffer stream = ByteBuffer.allocate(bodies.stream().mapToInt(body -> body + 5).sum());
    boolean[] ends = new boolean[stream.capacity() + 1];
    ends[0] = true;
    for (int body : bodies) {
      stream.put((byte) 'D').putInt(4 + body).put(new byte[body]);
      ends[stream.position()] = true;
    }
    Frames frames = new Frames();
    for (int from = 0; from < stream.capacity(); from += piece) {
      int to = Math.min(from + piece, stream.capacity());
      frames.pass(stream.slice(from, to - from));
      assertThat(frames.isBetween()).isEqualTo(ends[to]);
    }
  }
}
