package eu.cairn.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ./cairn} finds what it needs or says what is missing. It runs here in a checkout of its
 * own with a JDK and a Maven that only tell how they were called.
 */
class LauncherTest {

    private static final List<String> TOOLS =
            List.of(
                    "cat",
                    "dirname",
                    "find",
                    "head",
                    "mkdir",
                    "mv",
                    "readlink",
                    "rm",
                    "sed",
                    "sh",
                    "sleep",
                    "tail",
                    "touch");

    private static final String JAVA =
            """
            #!/bin/sh
            case " $* " in
              *" extract "*)
                for last; do :; done
                mkdir -p "$last" && touch "$last/cairn-app-0.1.0.jar" ;;
              *)
                echo "process $$"
                for argument; do echo "<$argument>"; done ;;
            esac
            """;

    private static final String MAVEN =
            """
            #!/bin/sh
            echo "<$*>" >>calls
            echo "maven says something"
            [ ! -e broken ] && mkdir -p target app/target
            """;

    @TempDir Path machine;
    private Path checkout;
    private Path jdks;
    private Path bin;

    @BeforeEach
    void aMachineWithMavenAndAJdk() throws IOException {
        checkout = Files.createDirectories(machine.resolve("a checkout"));
        jdks = Files.createDirectories(machine.resolve("jdks"));
        bin = Files.createDirectories(machine.resolve("bin"));
        Files.copy(Path.of(System.getProperty("cairn.root"), "cairn"), checkout.resolve("cairn"));
        for (var tool : TOOLS) {
            var path = Path.of("/usr/bin", tool);
            var there = Files.exists(path) ? path : Path.of("/bin", tool);
            program(bin.resolve(tool), "#!/bin/sh\nexec " + there + " \"$@\"\n");
        }
        for (var module : List.of("core", "formats", "app")) {
            Files.createDirectories(checkout.resolve(module + "/src/main"));
            Files.createFile(checkout.resolve(module + "/pom.xml"));
        }
        Files.createFile(checkout.resolve("pom.xml"));
        program(bin.resolve("mvn"), MAVEN);
        jdk("25", "25.0.3");
    }

    @Test
    void withoutAJdkItSaysHowToGetOne() throws IOException {
        Files.delete(jdks.resolve("25/release"));

        var end = cairn("verify", "file");

        assertThat(end.status()).isEqualTo(69);
        assertThat(end.output()).hasSize(1);
        assertThat(end.output().getFirst()).contains("no JDK 25", "https://adoptium.net");
    }

    @Test
    void anOlderJdkIsPassedOver() throws IOException {
        jdk("17", "17.0.15");

        var end = cairn(Map.of("JAVA_HOME", jdks.resolve("17").toString()), "verify", "file");

        assertThat(end.status()).isZero();
    }

    @Test
    void anOlderJdkAloneIsNone() throws IOException {
        jdk("25", "24.0.2");

        assertThat(cairn("verify", "file").status()).isEqualTo(69);
    }

    @Test
    void withoutMavenItSaysHowToGetIt() throws IOException {
        Files.delete(bin.resolve("mvn"));

        var end = cairn("verify", "file");

        assertThat(end.status()).isEqualTo(69);
        assertThat(end.output()).singleElement().asString().contains("apt-get install maven");
    }

    @Test
    void whatABriefCommandLoadsIsKeptAndTheServerStartsWithoutIt() throws IOException {
        assertThat(cairn("verify", "file").output()).noneMatch(line -> line.contains("AOT"));

        var kept = Files.createFile(checkout.resolve("target/dist/cairn.aot"));

        assertThat(cairn("verify", "file").output())
                .containsSubsequence("<-XX:AOTCache=" + kept + ">", "<-jar>", "<verify>", "<file>");
        assertThat(cairn("serve").output()).noneMatch(line -> line.contains("AOT"));
    }

    /** The Java machine passes over what was kept with other options, without a word. */
    @Test
    void whatIsKeptIsKeptWithTheOptionsThatABriefCommandRunsWith() throws IOException {
        cairn("verify", "file");
        var kept = checkout.resolve("target/dist/cairn.aot");
        var build = Files.readAllLines(checkout.resolve("target/build.log"));
        var recording = options(build.subList(build.indexOf(started(build)), build.size()));
        Files.writeString(kept, "kept");

        var running = options(cairn("verify", "file").output());

        assertThat(recording).contains("<-XX:AOTCacheOutput=" + kept + ">");
        assertThat(running).contains("<-XX:AOTCache=" + kept + ">");
        assertThat(withoutKept(recording)).isEqualTo(withoutKept(running));
    }

    /** The process that recorded: the last in the log. */
    private static String started(List<String> log) {
        return log.stream().filter(line -> line.startsWith("process ")).toList().getLast();
    }

    /** What stands before the command, for the Java machine. */
    private static List<String> options(List<String> output) {
        return output.subList(1, output.indexOf("<verify>"));
    }

    private static List<String> withoutKept(List<String> options) {
        return options.stream()
                .filter(option -> !option.contains("AOTCache") && !option.startsWith("<-Xlog:"))
                .toList();
    }

    @Test
    void theArgumentsArriveAsTheyWereGiven() throws IOException {
        var end = cairn("verify", "two words", "*", "");

        assertThat(end.output()).containsSubsequence("<verify>", "<two words>", "<*>", "<>");
    }

    @Test
    void theProgramTakesThePlaceOfTheScriptSoThatSignalsReachIt() throws IOException {
        var end = cairn("demo");

        assertThat(end.output()).contains("process " + end.process());
    }

    @Test
    void itWorksThroughALinkFromAnywhere() throws IOException {
        Files.createSymbolicLink(machine.resolve("first"), checkout.resolve("cairn"));
        Files.createSymbolicLink(bin.resolve("linked"), Path.of("../first"));

        var end = run(Map.of(), bin.resolve("linked"), "verify");

        var jar = checkout.toRealPath().resolve("target/dist/cairn-app-0.1.0.jar");
        assertThat(end.output()).contains("<" + jar + ">", "<verify>");
    }

    @Test
    void itBuildsOnceAndAgainAfterAChange() throws IOException {
        assertThat(cairn("verify").output()).contains("Building Cairn (once, a minute or two)...");
        assertThat(cairn("verify").output()).noneMatch(line -> line.contains("Building"));

        var source = Files.createFile(checkout.resolve("core/src/main/New.java"));
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));

        assertThat(cairn("verify").output()).anyMatch(line -> line.contains("Building"));
        assertThat(Files.readAllLines(checkout.resolve("calls"))).hasSize(2);
    }

    @Test
    void aFailedBuildShowsItsEndAndIsTriedOnlineToo() throws IOException {
        Files.createFile(checkout.resolve("broken"));

        var end = cairn("verify");

        assertThat(end.status()).isEqualTo(70);
        assertThat(end.output()).contains("maven says something");
        assertThat(end.output().getLast()).contains("target/build.log");
        assertThat(Files.readAllLines(checkout.resolve("calls"))).hasSize(2);
    }

    @Test
    void aBuildThatWasKilledDoesNotBlockTheNext() throws IOException {
        var dead = Files.createDirectories(checkout.resolve("target/building"));
        Files.writeString(dead.resolve("process"), "999999999\n");

        assertThat(cairn("verify").status()).isZero();
    }

    @Test
    void theTestsNeedABrowserAndAreTold() throws IOException {
        var end = cairn("test");

        assertThat(end.status()).isEqualTo(69);
        assertThat(end.output())
                .singleElement()
                .asString()
                .contains("chromium and chromedriver", "apt-get install chromium chromium-driver");
    }

    @Test
    void theTestsRunMavenWithTheArgumentsGiven() throws IOException {
        program(bin.resolve("chromium"), "#!/bin/sh\n");
        program(bin.resolve("chromedriver"), "#!/bin/sh\n");

        assertThat(cairn("test", "-Dlong").status()).isZero();
        assertThat(Files.readString(checkout.resolve("calls"))).contains("verify -Dlong>");
    }

    @Test
    void helpNeedsNeitherJdkNorMaven() throws IOException {
        Files.delete(bin.resolve("mvn"));
        Files.delete(jdks.resolve("25/release"));

        assertThat(cairn("help").output()).anyMatch(line -> line.contains("./cairn verify"));
        assertThat(cairn().status()).isZero();
    }

    private record End(int status, long process, List<String> output) {}

    private End cairn(String... arguments) throws IOException {
        return cairn(Map.of(), arguments);
    }

    private End cairn(Map<String, String> variables, String... arguments) throws IOException {
        return run(variables, checkout.resolve("cairn"), arguments);
    }

    private End run(Map<String, String> variables, Path script, String... arguments)
            throws IOException {
        var command = new ArrayList<>(List.of("/bin/sh", script.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(machine.toFile());
        var environment = new HashMap<>(variables);
        environment.put("PATH", bin.toString());
        environment.put("HOME", machine.toString());
        environment.put("CAIRN_JVM_DIRS", jdks.toString());
        builder.environment().clear();
        builder.environment().putAll(environment);
        var process = builder.redirectErrorStream(true).start();
        var output = process.inputReader().readAllLines();
        return new End(process.onExit().join().exitValue(), process.pid(), output);
    }

    private void jdk(String name, String version) throws IOException {
        var home = Files.createDirectories(jdks.resolve(name).resolve("bin")).resolveSibling(".");
        program(home.resolve("bin/java"), JAVA);
        program(home.resolve("bin/javac"), JAVA);
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"%s\"\n".formatted(version));
    }

    private static void program(Path path, String script) throws IOException {
        Files.writeString(path, script);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
