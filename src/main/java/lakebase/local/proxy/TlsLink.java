package lakebase.local.proxy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;

/**
 * A client's connection under TLS. One thread may read while another writes.
 *
 * <p>What has been decrypted is handed out without another copy: see {@link #receive}.
 */
final class TlsLink implements Link {

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final SocketChannel socket;
  private final SSLEngine engine;
  private final ByteBuffer encrypted;
  private final ByteBuffer received;
  private final ByteBuffer sending;
  private final ReentrantLock writing = new ReentrantLock();
  private boolean over;

  /**
   * Before the handshake.
   *
   * @param read what was read of the handshake already
   */
  TlsLink(SocketChannel socket, SSLEngine engine, Buffers buffers, byte[] read) {
    this.socket = socket;
    this.engine = engine;
    encrypted = buffers.encrypted().clear().put(read).flip();
    received = buffers.received().clear().flip();
    sending = buffers.sending().clear().flip();
  }

  /** Does the handshake as the server. */
  void handshake() throws IOException {
    engine.setUseClientMode(false);
    engine.beginHandshake();
    received.clear();
    try {
      while (isHandshaking()) {
        step();
      }
    } catch (SSLException e) {
      sendAlert();
      throw e;
    }
    received.flip();
  }

  private boolean isHandshaking() {
    return engine.getHandshakeStatus() != HandshakeStatus.NOT_HANDSHAKING;
  }

  private void step() throws IOException {
    switch (engine.getHandshakeStatus()) {
      case NEED_TASK -> runTasks();
      case NEED_WRAP -> sendOwn();
      default -> {
        SSLEngineResult result = engine.unwrap(encrypted, received);
        boolean starved = result.getStatus() == Status.BUFFER_UNDERFLOW;
        if (result.getStatus() == Status.CLOSED || (starved && fill() < 0)) {
          throw new ClosedChannelException();
        }
      }
    }
  }

  private void runTasks() {
    for (Runnable task = engine.getDelegatedTask();
        task != null;
        task = engine.getDelegatedTask()) {
      task.run();
    }
  }

  private int fill() throws IOException {
    encrypted.compact();
    try {
      return socket.read(encrypted);
    } finally {
      encrypted.flip();
    }
  }

  /** Whether there is a protocol chosen by ALPN. */
  boolean hasApplicationProtocol() {
    String protocol = engine.getApplicationProtocol();
    return protocol != null && !protocol.isEmpty();
  }

  /** What {@link #receive} or a read has left. */
  ByteBuffer received() {
    return received;
  }

  /**
   * Waits for bytes in {@link #received}, which must be used up; false when the client has ended.
   */
  boolean receive() throws IOException {
    received.clear();
    try {
      while (true) {
        over |= !unwrap();
        if (received.position() > 0) {
          return true;
        }
        over |= !over && fill() < 0;
        if (over) {
          return false;
        }
      }
    } finally {
      received.flip();
    }
  }

  /** Decrypts the records that are there and have room; false after the client's last one. */
  private boolean unwrap() throws IOException {
    while (encrypted.hasRemaining()) {
      SSLEngineResult result = engine.unwrap(encrypted, received);
      if (result.getStatus() == Status.CLOSED) {
        return false;
      }
      afterwards(result.getHandshakeStatus());
      if (result.getStatus() != Status.OK) {
        break;
      }
    }
    return true;
  }

  /**
   * Reads what has come, without waiting for more, into {@link #received}, which must be used up;
   * see {@link #isOver}. For a socket that does not block.
   */
  void poll() throws IOException {
    received.clear();
    try {
      over |= fill() < 0;
      over |= !unwrap();
    } finally {
      received.flip();
    }
  }

  /** Whether the client has ended, so that nothing comes after what has been received. */
  boolean isOver() {
    return over;
  }

  /** TLS 1.3 may change keys at any time; a handshake all over again (TLS 1.2) is refused. */
  private void afterwards(HandshakeStatus status) throws IOException {
    if (status == HandshakeStatus.NEED_TASK) {
      runTasks();
    }
    if (status != HandshakeStatus.NOT_HANDSHAKING
        && engine.getSession().getProtocol().equals("TLSv1.2")) {
      throw new SSLException("renegotiation is not supported");
    }
    if (status == HandshakeStatus.NEED_WRAP && socket.isBlocking()) {
      sendOwn();
    }
    // Else it goes before the next thing that is sent.
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    if (!received.hasRemaining() && !receive()) {
      return -1;
    }
    int count = Math.min(into.remaining(), received.remaining());
    into.put(received.slice(received.position(), count));
    received.position(received.position() + count);
    return count;
  }

  @Override
  public void write(ByteBuffer from) throws IOException {
    writing.lock();
    try {
      while (from.hasRemaining()) {
        send(from);
        drain();
      }
    } finally {
      writing.unlock();
    }
  }

  /**
   * Encrypts as much of that as there is room for, and sends what the client takes without waiting
   * for it; see {@link #isSending}, which must be false before.
   */
  void send(ByteBuffer from) throws IOException {
    sending.clear();
    try {
      do {
        if (engine.wrap(from, sending).getStatus() != Status.OK) {
          throw new ClosedChannelException();
        }
      } while (from.hasRemaining() && sending.remaining() >= Buffers.RECORD);
    } finally {
      sending.flip();
    }
    flush();
  }

  /** Whether something is encrypted that the client has not taken yet. */
  boolean isSending() {
    return sending.hasRemaining();
  }

  /** Sends what has been encrypted, as far as the client takes it. */
  void flush() throws IOException {
    if (sending.hasRemaining()) {
      socket.write(sending);
    }
  }

  private void drain() throws IOException {
    while (sending.hasRemaining()) {
      socket.write(sending);
    }
  }

  /** Sends what TLS itself has to say, if anything. */
  private void sendOwn() throws IOException {
    writing.lock();
    try {
      wrapOwn();
      drain();
    } finally {
      writing.unlock();
    }
  }

  private void wrapOwn() throws IOException {
    sending.compact();
    try {
      engine.wrap(NOTHING.duplicate(), sending);
    } finally {
      sending.flip();
    }
  }

  /** Says that no more comes. */
  void end() throws IOException {
    engine.closeOutbound();
    sendOwn();
    socket.shutdownOutput();
  }

  /** Says that no more comes, as far as the client takes it; see {@link #isSending}. */
  void finish() throws IOException {
    engine.closeOutbound();
    wrapOwn();
    flush();
  }

  private void sendAlert() {
    try {
      if (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
        sendOwn();
      }
    } catch (IOException gone) {
      // The client will not read it; the handshake's own failure is what counts.
      return;
    }
  }
}
