package eu.cairn.formats.fuzz;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Jazzer in a Java machine of its own, so that a reader has a heap of its own and a hang ends
 * nothing but that machine.
 *
 * <p>A finding is any exception that escapes, an input that takes longer than the patience, or more
 * memory than {@value #HEAP}. {@code -Dfuzz.seconds=600} says how long each reader is fuzzed; then
 * the patience is one second. Briefly, it is a minute, since machines that build have other work
 * too.
 */
public final class Fuzzing {

    private static final String HEAP = "-Xmx512m";
    private static final int BRIEF_SECONDS = 3;
    private static final int LONG_SECONDS = 60;
    private static final int BRIEF_PATIENCE = 60;

    /**
     * What became of it.
     *
     * @param sound whether nothing was found
     * @param output what Jazzer printed
     */
    public record Result(boolean sound, String output) {

        /** The last line in which it says how much it tried. */
        public String summary() {
            return output.lines()
                    .filter(line -> line.startsWith("Done ") || line.contains("DONE"))
                    .reduce((first, last) -> last)
                    .orElse("");
        }
    }

    private Fuzzing() {}

    /**
     * Fuzzes {@code target}, whose method is {@code fuzzerTestOneInput(byte[])}.
     *
     * @param reader which reader it is, for its property {@code cairn.reader}
     * @param seeds what the inputs are made of
     * @param folder where seeds, corpus and findings are kept
     */
    public static Result run(Class<?> target, String reader, List<byte[]> seeds, Path folder)
            throws IOException, InterruptedException {
        int seconds = Integer.getInteger("fuzz.seconds", BRIEF_SECONDS);
        var corpus = Files.createDirectories(folder.resolve("corpus"));
        var given = Files.createDirectories(folder.resolve("seeds"));
        for (int i = 0; i < seeds.size(); i++) {
            Files.write(given.resolve("seed-" + i), seeds.get(i));
        }
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        HEAP,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+EnableDynamicAgentLoading",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dcairn.reader=" + reader,
                        "-cp",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + target.getName(),
                        "--instrumentation_includes=eu.cairn.formats.**:eu.cairn.app.award.**",
                        "--custom_hook_includes=eu.cairn.**",
                        "-max_total_time=" + seconds,
                        "-timeout=" + (seconds < LONG_SECONDS ? BRIEF_PATIENCE : 1),
                        "-max_len=65536",
                        "-rss_limit_mb=2048",
                        "-artifact_prefix=" + folder + File.separator,
                        corpus.toString(),
                        given.toString()));
        var process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor() == 0, output);
    }
}
