package io.scopebridge.draft.process;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.unit.DataSize;

/** Starts this program again as a child with a small heap and nothing else of the hub: no environment, no settings, no working directory. */
final class ChildCommand {

    /** Starts the classes of a jar that contains its libraries. */
    private static final String LAUNCHER = "org.springframework.boot.loader.launch.JarLauncher";
    private static final String PROGRAM = "io.scopebridge.ScopeBridge";
    /** Outputs depend on these. */
    private static final List<String> PROPERTIES = List.of("user.timezone", "user.language", "user.country");
    /** Without them Java may not find files with letters beyond ASCII, or its libraries. */
    private static final List<String> VARIABLES = List.of("LANG", "LC_ALL", "LC_CTYPE", "LD_LIBRARY_PATH", "SystemRoot");

    private ChildCommand() {
    }

    static ProcessBuilder of(String command, DataSize memory) {
        List<String> words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + memory.toMegabytes() + "m",
            "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=48m", "-XX:MaxMetaspaceSize=192m", "-XX:+ExitOnOutOfMemoryError",
            // What the JVM says belongs to no answer, and a dump of its memory on no disk.
            "-XX:+DisplayVMOutputToStderr", "-Xshare:auto", "-XX:-UsePerfData", "-XX:+DisableAttachMechanism", "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=" + (File.separatorChar == '/' ? "/dev/null" : "NUL"), "-Dfile.encoding=UTF-8"));
        // As deep as in the hub.
        words.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments().stream().filter(option -> option.startsWith("-Xss") || option.startsWith("-XX:ThreadStackSize")).toList());
        PROPERTIES.stream().filter(name -> System.getProperty(name) != null).forEach(name -> words.add("-D" + name + "=" + System.getProperty(name)));
        words.addAll(List.of("-cp", classPath(), isInOneJar() ? LAUNCHER : PROGRAM, command));
        ProcessBuilder process = new ProcessBuilder(words).directory(new File(System.getProperty("java.home")));
        Map<String, String> environment = process.environment();
        environment.keySet().retainAll(VARIABLES);
        environment.put("MALLOC_ARENA_MAX", "2");
        return process;
    }

    private static boolean isInOneJar() {
        return ClassLoader.getSystemResource(LAUNCHER.replace('.', '/') + ".class") != null;
    }

    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).map(path -> new File(path).getAbsolutePath()).collect(Collectors.joining(File.pathSeparator));
    }
}
