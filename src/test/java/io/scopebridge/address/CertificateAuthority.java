package io.scopebridge.address;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A private certificate authority as a company has one, made with keytool. */
public final class CertificateAuthority {

    private static final String PASSWORD = "changeit";

    private final Path folder;
    private final String name;

    /** @param name such as {@code Contoso Root CA} */
    public CertificateAuthority(Path folder, String name) {
        this.folder = folder;
        this.name = name;
        keytool("-genkeypair", "-alias", "ca", "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=" + name + ", O=Contoso",
            "-ext", "bc:c=ca:true", "-ext", "ku:c=keyCertSign,cRLSign", "-validity", "30");
    }

    /** The certificate of the authority as a PEM file. */
    public Path pem() {
        return written(name.replace(' ', '-') + ".pem", pem("CERTIFICATE", certificates("ca").get(0)));
    }

    /** A certificate that is valid today. */
    public Issued issue(String host) {
        return issue(host, "-startdate", "-1d", "-validity", "20");
    }

    /** @param validity options of keytool such as {@code -startdate -10d -validity 5} */
    public Issued issue(String host, String... validity) {
        String alias = "server" + System.nanoTime();
        List<String> command = new ArrayList<>(List.of("-genkeypair", "-alias", alias, "-signer", "ca", "-keyalg", "EC", "-groupname", "secp256r1",
            "-dname", "CN=" + host, "-ext", "san=" + (host.matches("[0-9.]+") ? "ip:" : "dns:") + host));
        command.addAll(List.of(validity));
        keytool(command.toArray(String[]::new));
        return new Issued(alias);
    }

    /** A server's key and certificate. */
    public final class Issued {

        private final String alias;

        private Issued(String alias) {
            this.alias = alias;
        }

        public Path certificateFile() {
            return written(alias + ".crt", pem("CERTIFICATE", certificates(alias).get(0)));
        }

        public Path keyFile() {
            return written(alias + ".key", key());
        }

        /** Certificate and key in one file. */
        public Path bothFile() {
            return written(alias + ".both", pem("CERTIFICATE", certificates(alias).get(0)) + key());
        }

        /** Certificate and key as PKCS12, under the password {@value #PASSWORD}. */
        public Path storeFile() {
            return p12(alias);
        }

        public SSLContext context() {
            try {
                KeyStore own = KeyStore.getInstance("PKCS12");
                own.load(null, null);
                own.setKeyEntry("server", store().getKey(alias, PASSWORD.toCharArray()), PASSWORD.toCharArray(), store().getCertificateChain(alias));
                KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
                keys.init(own, PASSWORD.toCharArray());
                SSLContext context = SSLContext.getInstance("TLS");
                context.init(keys.getKeyManagers(), null, null);
                return context;
            } catch (GeneralSecurityException | IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private String key() {
            try {
                return pem("PRIVATE KEY", store().getKey(alias, PASSWORD.toCharArray()).getEncoded());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private List<byte[]> certificates(String alias) {
        try {
            List<byte[]> chain = new ArrayList<>();
            for (Certificate one : store().getCertificateChain(alias)) chain.add(one.getEncoded());
            return chain;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String kind, byte[] der) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der)
            + "\n-----END " + kind + "-----\n";
    }

    private Path written(String file, String text) {
        try {
            return Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path p12(String alias) {
        try {
            KeyStore own = KeyStore.getInstance("PKCS12");
            own.load(null, null);
            own.setKeyEntry("server", store().getKey(alias, PASSWORD.toCharArray()), PASSWORD.toCharArray(), store().getCertificateChain(alias));
            Path file = folder.resolve(alias + ".p12");
            try (OutputStream out = Files.newOutputStream(file)) {
                own.store(out, PASSWORD.toCharArray());
            }
            return file;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path storeFile() {
        return folder.resolve(name.replace(' ', '-') + ".p12");
    }

    private KeyStore store() {
        try (InputStream in = Files.newInputStream(storeFile())) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD.toCharArray());
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keytool(String... options) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(options));
        command.addAll(List.of("-keystore", storeFile().toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) throw new IllegalStateException(String.join(" ", command) + "\n" + said);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
