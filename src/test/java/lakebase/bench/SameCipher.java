package lakebase.bench;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import lakebase.testkit.TrustAnybody;
import org.postgresql.ssl.WrappedFactory;

/** Has the driver use one cipher, whatever its server would rather have. Made by its name. */
public final class SameCipher extends WrappedFactory {

  static final String SUITE = "TLS_AES_128_GCM_SHA256";

  public SameCipher() throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new TrustAnybody()}, null);
    factory = context.getSocketFactory();
  }

  @Override
  public Socket createSocket(Socket socket, String host, int port, boolean autoClose)
      throws IOException {
    SSLSocket secure = (SSLSocket) super.createSocket(socket, host, port, autoClose);
    secure.setEnabledProtocols(new String[] {"TLSv1.3"});
    secure.setEnabledCipherSuites(new String[] {SUITE});
    return secure;
  }
}
