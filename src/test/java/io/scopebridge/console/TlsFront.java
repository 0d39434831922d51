package io.scopebridge.console;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.scopebridge.address.CertificateAuthority;
import io.scopebridge.hub.FreePort;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** A real proxy that ends TLS in front of a hub, configured as docs/operate.md says. */
final class TlsFront implements AutoCloseable {

    /** The proxies that the manual shows. */
    enum Kind {
        NGINX("/usr/sbin/nginx"), HAPROXY("/usr/sbin/haproxy");

        private final File program;

        Kind(String program) {
            this.program = new File(program);
        }
    }

    private final Kind kind;
    private final Path folder;
    private final int port = FreePort.find();
    private Process process;

    private TlsFront(Kind kind, Path folder) {
        this.kind = kind;
        this.folder = folder;
    }

    /** Skips the test where the proxy is not installed; fails it instead when the system property {@code scopebridge.no-skips} is true. */
    static TlsFront of(Kind kind, Path folder) throws IOException {
        if (!Boolean.getBoolean("scopebridge.no-skips")) assumeTrue(kind.program.canExecute(), "There is no " + kind.program);
        return new TlsFront(kind, Files.createDirectories(folder));
    }

    String url() {
        return "https://localhost:" + port;
    }

    /** Starts it before the hub at this port. */
    void start(int hub) throws IOException {
        CertificateAuthority.Issued issued = new CertificateAuthority(Files.createTempDirectory(folder, "ca"), "Front CA").issue("localhost");
        Path file = folder.resolve("front.conf");
        Files.writeString(file, kind == Kind.NGINX ? nginx(issued, hub) : haproxy(issued, hub));
        List<String> command = kind == Kind.NGINX
            ? List.of(kind.program.getPath(), "-p", folder.toString(), "-c", file.toString(), "-e", folder.resolve("error.log").toString())
            : List.of(kind.program.getPath(), "-db", "-f", file.toString());
        process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("output.log").toFile()).start();
        Awaitility.await("the proxy answers: see " + folder).until(this::listens);
    }

    private String nginx(CertificateAuthority.Issued issued, int hub) throws IOException {
        String server = manual("nginx").replace("listen 443", "listen 127.0.0.1:" + port).replace("127.0.0.1:8080", "127.0.0.1:" + hub)
            .replace("/etc/ssl/hub.crt", issued.certificateFile().toString()).replace("/etc/ssl/hub.key", issued.keyFile().toString());
        return "daemon off;\n" + (System.getProperty("user.name").equals("root") ? "user root;\n" : "") + "worker_processes 1;\npid " + folder + "/nginx.pid;\nevents {}\nhttp {\naccess_log off;\n"
            + List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi").stream().map(of -> of + "_temp_path " + folder + "/" + of + ";\n").reduce("", String::concat)
            + server + "}\n";
    }

    private String haproxy(CertificateAuthority.Issued issued, int hub) throws IOException {
        return "defaults\n    timeout connect 5s\n    timeout client 60s\n    timeout server 60s\n"
            + manual("haproxy").replace("bind :443", "bind 127.0.0.1:" + port).replace("127.0.0.1:8080", "127.0.0.1:" + hub)
            .replace("/etc/haproxy/hub.pem", issued.bothFile().toString());
    }

    /** The block of this language in the manual. */
    private static String manual(String language) throws IOException {
        Matcher block = Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(Path.of("docs/operate.md")));
        if (!block.find()) throw new IllegalStateException("docs/operate.md has no block " + language);
        return block.group(1);
    }

    private boolean listens() {
        try (Socket ignored = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException notYet) {
            if (!process.isAlive()) throw new IllegalStateException("The proxy has ended; see " + folder);
            return false;
        }
    }

    @Override
    public void close() {
        if (process == null) return;
        process.destroy();
        Awaitility.await().until(() -> !process.isAlive());
    }
}
