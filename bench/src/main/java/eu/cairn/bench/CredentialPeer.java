package eu.cairn.bench;

import eu.cairn.formats.credential.Contexts;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;

/**
 * The libraries of others in JavaScript, timed on what we sign: {@code @digitalbazaar/vc} and
 * {@code jose}. Their microseconds of CPU by what is done; nothing where they are not installed.
 */
record CredentialPeer(JsonObject microseconds) {

    private static final CredentialPeer NONE = new CredentialPeer(JsonObject.EMPTY_JSON_OBJECT);

    /**
     * @param scripts the folder of {@code time-with-others.mjs}, where {@code npm install} was run
     */
    static CredentialPeer of(
            Path scripts, String unsigned, String signed, int seconds, PrintStream out)
            throws IOException {
        if (!Files.isDirectory(scripts.resolve("node_modules"))) {
            out.println("Without the libraries of others: npm install was not run in " + scripts);
            return NONE;
        }
        var folder = Files.createTempDirectory("peer");
        var process =
                new ProcessBuilder(
                                "node",
                                scripts.resolve("time-with-others.mjs").toString(),
                                contexts(folder).toString(),
                                Files.writeString(folder.resolve("unsigned"), unsigned).toString(),
                                Files.writeString(folder.resolve("signed"), signed).toString(),
                                String.valueOf(seconds))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (answer.isBlank()) {
            out.println("The libraries of others did not answer");
            return NONE;
        }
        try (var reader = Json.createReader(new StringReader(answer))) {
            return new CredentialPeer(reader.readObject());
        }
    }

    OptionalDouble time(String what) {
        return microseconds.containsKey(what)
                ? OptionalDouble.of(microseconds.getJsonNumber(what).doubleValue())
                : OptionalDouble.empty();
    }

    /** Writes the contexts into {@code folder}, as the scripts read them. */
    static Path contexts(Path folder) throws IOException {
        var index = Json.createObjectBuilder();
        int number = 0;
        for (var address : Contexts.trusted().addresses()) {
            var name = number++ + ".json";
            var context = Contexts.trusted().document(address).toString();
            Files.writeString(folder.resolve(name), context);
            index.add(address, name);
        }
        Files.writeString(folder.resolve("index.json"), index.build().toString());
        return folder;
    }
}
