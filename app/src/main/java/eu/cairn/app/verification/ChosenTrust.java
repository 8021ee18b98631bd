package eu.cairn.app.verification;

import eu.cairn.formats.verification.TrustFile;
import eu.cairn.formats.verification.TrustRegistry;
import eu.cairn.framework.Decided;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The list of awarding bodies that a command goes by. */
final class ChosenTrust {

    private ChosenTrust() {}

    /** The registry of the file that was named, or of the usual one, which may be absent. */
    static Optional<TrustRegistry> read(Optional<Path> named, Path home, PrintWriter err) {
        var usual = home.resolve("trust.json");
        if (named.isEmpty() && !Files.exists(usual)) {
            return Optional.of(TrustRegistry.empty());
        }
        var chosen = named.orElse(usual);
        try {
            return switch (TrustFile.read(Files.readAllBytes(chosen))) {
                case Decided.Accepted<TrustFile>(var read) -> Optional.of(read);
                case Decided.Refused<TrustFile>(var reasons) -> {
                    reasons.forEach(
                            reason ->
                                    err.println(
                                            "%s: cannot be understood at %s (%s)"
                                                    .formatted(
                                                            chosen,
                                                            reason.place(),
                                                            reason.code())));
                    yield Optional.empty();
                }
            };
        } catch (IOException e) {
            err.println(chosen + ": the trust file cannot be read");
            return Optional.empty();
        }
    }
}
