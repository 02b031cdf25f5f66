package lakebase.local.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A Unix domain socket in the shape that the database driver wants. Reads keep to the time limit;
 * an interrupt closes it.
 */
final class UnixSocket extends Socket {

  private final UnixDomainSocketAddress address;
  private final SocketChannel channel;
  private final Selector readable;
  private final Selector writable;
  private volatile int timeoutMillis;

  UnixSocket(Path path) throws IOException {
    address = UnixDomainSocketAddress.of(path);
    channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    readable = Selector.open();
    writable = Selector.open();
  }

  /** Connects to the path given at construction: the driver's own idea of an address is ignored. */
  @Override
  public void connect(SocketAddress ignored, int timeout) throws IOException {
    channel.connect(address);
    channel.configureBlocking(false);
    channel.register(readable, SelectionKey.OP_READ);
    channel.register(writable, SelectionKey.OP_WRITE);
  }

  @Override
  public InputStream getInputStream() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        return receive(ByteBuffer.wrap(bytes, offset, length));
      }

      @Override
      public void close() throws IOException {
        UnixSocket.this.close();
      }
    };
  }

  @Override
  public OutputStream getOutputStream() {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        send(ByteBuffer.wrap(bytes, offset, length));
      }

      @Override
      public void close() throws IOException {
        UnixSocket.this.close();
      }
    };
  }

  private int receive(ByteBuffer bytes) throws IOException {
    int limit = timeoutMillis;
    long end = System.nanoTime() + Duration.ofMillis(limit).toNanos();
    int count = bytes.hasRemaining() ? channel.read(bytes) : 0;
    while (count == 0 && bytes.hasRemaining()) {
      long left = limit == 0 ? 0 : Duration.ofNanos(end - System.nanoTime()).toMillis();
      if (limit != 0 && left <= 0) {
        throw new SocketTimeoutException("nothing came for " + limit + " ms");
      }
      await(readable, left);
      count = channel.read(bytes);
    }
    return count;
  }

  private void send(ByteBuffer bytes) throws IOException {
    channel.write(bytes);
    while (bytes.hasRemaining()) {
      await(writable, 0);
      channel.write(bytes);
    }
  }

  /** Waits until something can be done; an interrupt ends the wait and the connection. */
  private void await(Selector selector, long millis) throws IOException {
    if (!selector.isOpen()) {
      throw new SocketException("the socket is closed");
    }
    selector.select(millis);
    if (Thread.currentThread().isInterrupted()) {
      close();
      throw new ClosedByInterruptException();
    }
    selector.selectedKeys().clear();
  }

  @Override
  public void close() throws IOException {
    channel.close();
    readable.close();
    writable.close();
  }

  @Override
  public boolean isConnected() {
    return channel.isConnected();
  }

  @Override
  public boolean isBound() {
    return channel.isConnected();
  }

  @Override
  public boolean isClosed() {
    return !channel.isOpen();
  }

  @Override
  public void setSoTimeout(int timeout) {
    timeoutMillis = timeout;
  }

  @Override
  public int getSoTimeout() {
    return timeoutMillis;
  }

  @Override
  public InetAddress getInetAddress() {
    return InetAddress.getLoopbackAddress();
  }

  @Override
  public SocketAddress getRemoteSocketAddress() {
    return address;
  }

  @Override
  public void setTcpNoDelay(boolean on) {
    // There is no delay.
  }

  @Override
  public void setKeepAlive(boolean on) {
    // Both ends are on one machine.
  }
}
