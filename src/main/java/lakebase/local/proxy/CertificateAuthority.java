package lakebase.local.proxy;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import lakebase.local.store.OwnerOnly;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaMiscPEMGenerator;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObjectGenerator;

/** A certificate and its key, which sign the certificates of the front door's addresses. */
record CertificateAuthority(X509Certificate certificate, PrivateKey key) {

  /** The certificate's file. */
  static final String CERTIFICATE_FILE = "ca.crt";

  /** The key's file, for its owner only. */
  static final String KEY_FILE = "ca.key";

  private static final Duration LIFE = Duration.ofDays(3650);
  private static final Duration RENEWED_BEFORE_END = Duration.ofDays(60);
  private static final Duration BACKDATED = Duration.ofDays(1);
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A key pair with its certificate. */
  record Signed(X509Certificate certificate, PrivateKey key) {}

  /** The one of that directory; makes it when there is none, or none that is good for long. */
  static CertificateAuthority of(Path directory, Instant now)
      throws IOException, GeneralSecurityException {
    Optional<CertificateAuthority> known = read(directory);
    if (known.isPresent() && known.get().isGoodAt(now)) {
      return known.get();
    }
    CertificateAuthority made = make(now);
    OwnerOnly.createDirectories(directory);
    OwnerOnly.write(directory.resolve(KEY_FILE), pem(new JcaPKCS8Generator(made.key, null)));
    Path draft = directory.resolve(CERTIFICATE_FILE + ".new");
    Files.writeString(draft, pem(new JcaMiscPEMGenerator(made.certificate)));
    Files.move(
        draft,
        directory.resolve(CERTIFICATE_FILE),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    return made;
  }

  /** Whether it lasts for long after that moment. */
  boolean isGoodAt(Instant now) {
    return certificate.getNotAfter().toInstant().isAfter(now.plus(RENEWED_BEFORE_END));
  }

  /** Signs a new key for those names. */
  Signed sign(GeneralNames names, Instant now, Duration life)
      throws IOException, GeneralSecurityException {
    KeyPair pair = pair();
    Instant end = now.plus(life);
    Instant last = certificate.getNotAfter().toInstant();
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            new JcaX509CertificateHolder(certificate).getSubject(),
            serial(),
            Date.from(now.minus(BACKDATED)),
            Date.from(end.isBefore(last) ? end : last),
            new X500Name("CN=Lakebase local workspace"),
            pair.getPublic());
    JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
    builder
        .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
        .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
        .addExtension(
            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
        .addExtension(Extension.subjectAlternativeName, false, names)
        .addExtension(
            Extension.authorityKeyIdentifier,
            false,
            identifiers.createAuthorityKeyIdentifier(certificate));
    return new Signed(signed(builder, key), pair.getPrivate());
  }

  private static CertificateAuthority make(Instant now)
      throws IOException, GeneralSecurityException {
    KeyPair pair = pair();
    BigInteger serial = serial();
    X500Name name = new X500Name("CN=Lakebase local CA " + serial.toString(36));
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            name,
            serial,
            Date.from(now.minus(BACKDATED)),
            Date.from(now.plus(LIFE)),
            name,
            pair.getPublic());
    builder
        .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
        .addExtension(
            Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
        .addExtension(
            Extension.subjectKeyIdentifier,
            false,
            new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
    return new CertificateAuthority(signed(builder, pair.getPrivate()), pair.getPrivate());
  }

  private static X509Certificate signed(JcaX509v3CertificateBuilder builder, PrivateKey key)
      throws GeneralSecurityException {
    try {
      return new JcaX509CertificateConverter()
          .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
    } catch (OperatorCreationException e) {
      throw new GeneralSecurityException(e);
    }
  }

  private static KeyPair pair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private static BigInteger serial() {
    return new BigInteger(120, RANDOM).setBit(119);
  }

  /** Empty when there is none, or what there is cannot be used and is made again. */
  private static Optional<CertificateAuthority> read(Path directory) throws IOException {
    Path keyFile = directory.resolve(KEY_FILE);
    Path certificateFile = directory.resolve(CERTIFICATE_FILE);
    if (!Files.exists(keyFile) || !Files.exists(certificateFile)) {
      return Optional.empty();
    }
    try (PEMParser keys = new PEMParser(new StringReader(Files.readString(keyFile)));
        PEMParser certificates =
            new PEMParser(new StringReader(Files.readString(certificateFile)))) {
      if (!(keys.readObject() instanceof PrivateKeyInfo key)
          || !(certificates.readObject() instanceof X509CertificateHolder holder)) {
        return Optional.empty();
      }
      CertificateAuthority known =
          new CertificateAuthority(
              new JcaX509CertificateConverter().getCertificate(holder),
              new JcaPEMKeyConverter().getPrivateKey(key));
      return known.fits() ? Optional.of(known) : Optional.empty();
    } catch (GeneralSecurityException | IOException damaged) {
      return Optional.empty();
    }
  }

  /** Whether the key is the certificate's, which a crash between the two files may prevent. */
  private boolean fits() throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withECDSA");
    byte[] sample = certificate.getEncoded();
    signature.initSign(key);
    signature.update(sample);
    byte[] signed = signature.sign();
    signature.initVerify(certificate.getPublicKey());
    signature.update(sample);
    return signature.verify(signed);
  }

  private static String pem(PemObjectGenerator what) throws IOException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(what);
    }
    return text.toString();
  }

  /** Never shows the key. */
  @Override
  public String toString() {
    return "CertificateAuthority[" + certificate.getSerialNumber() + "]";
  }
}
