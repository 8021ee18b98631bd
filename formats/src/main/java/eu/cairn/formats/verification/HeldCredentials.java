package eu.cairn.formats.verification;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import eu.cairn.formats.credential.GraphBounds;
import eu.cairn.formats.credential.Members;
import eu.cairn.formats.credential.badge.LearnerRecord;
import eu.cairn.framework.Refusal;
import eu.cairn.verification.Check.Kind;
import eu.cairn.verification.Check.Result;
import eu.cairn.verification.Verdict;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The credentials that one document holds, each judged by itself. Only so many are looked at, for
 * so long; a document in it that holds several again is not opened.
 *
 * @param items as they stand in the document
 * @param verdicts on those that were looked at, in their order
 */
record HeldCredentials(List<JsonValue> items, List<Verdict> verdicts) {

    private static final int MOST = LearnerRecord.MAX_CREDENTIALS;

    /** For how long the credentials of one document are looked at. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Judges one credential. */
    interface Judge {
        Verdict verdict(Recognised credential, Checks checks);
    }

    HeldCredentials {
        items = List.copyOf(items);
        verdicts = List.copyOf(verdicts);
    }

    static HeldCredentials judged(List<? extends JsonValue> items, Checks checks, Judge judge) {
        var whole = JSON.createObjectBuilder().add("held", JSON.createArrayBuilder(items)).build();
        var until =
                System.nanoTime() + (GraphBounds.admit(whole) ? PATIENCE : Duration.ZERO).toNanos();
        var verdicts = new ArrayList<Verdict>();
        for (var item : items.subList(0, Math.min(MOST, items.size()))) {
            var own = new Checks(checks.now());
            verdicts.add(
                    System.nanoTime() - until > 0
                            ? Verification.stopped(own, Result.COULD_NOT_CHECK, tooMuch())
                            : judge.verdict(recognised(item), own));
        }
        return new HeldCredentials(List.copyOf(items), verdicts);
    }

    private static Refusal tooMuch() {
        return Refusal.of("format.graph-too-complex", "verifiableCredential");
    }

    /** A text is one that is signed as a token, or none. */
    private static Recognised recognised(JsonValue item) {
        return switch (item) {
            case JsonObject object ->
                    Recognised.of(object.toString().getBytes(StandardCharsets.UTF_8));
            case JsonString text when Recognised.isToken(text.getString()) ->
                    Recognised.of(text.getString().getBytes(StandardCharsets.UTF_8));
            default ->
                    new Recognised.Malformed(
                            Refusal.of(
                                    "format.credential-not-object",
                                    "verifiableCredential",
                                    "verifiableCredential"));
        };
    }

    HeldCredentials with(List<Verdict> others) {
        return new HeldCredentials(items, others);
    }

    /** Says what became of them, and of each that is not genuine which one it is. */
    void addTo(Checks checks) {
        if (items.size() > verdicts.size()) {
            checks.add(Kind.CREDENTIALS, Result.COULD_NOT_CHECK, tooMuch());
        }
        for (int i = 0; i < verdicts.size(); i++) {
            switch (verdicts.get(i)) {
                case Verdict.Genuine genuine -> {}
                case Verdict.AllGenuine several ->
                        throw new IllegalStateException("what holds several is not opened");
                case Verdict.NotGenuine not ->
                        checks.add(
                                Kind.CREDENTIALS,
                                Result.FAILED,
                                "credentials.not-genuine",
                                named(i, not));
                case Verdict.CouldNotFinish open ->
                        checks.add(
                                Kind.CREDENTIALS,
                                Result.COULD_NOT_CHECK,
                                "credentials.not-finished",
                                named(i, open));
            }
        }
        if (!verdicts.isEmpty()
                && items.size() == verdicts.size()
                && verdicts.stream().allMatch(Verdict.Genuine.class::isInstance)) {
            checks.add(
                    Kind.CREDENTIALS,
                    Result.PASSED,
                    "credentials.all-genuine",
                    String.valueOf(verdicts.size()));
        } else {
            checks.notReachedUnlessMade(Kind.CREDENTIALS);
        }
    }

    /** Its place, of how many, and what it is called where that is known. */
    private String[] named(int i, Verdict verdict) {
        var name =
                verdict.credential()
                        .map(content -> content.title().authoritative())
                        .or(() -> identifier(items.get(i)));
        return Stream.concat(
                        Stream.of(String.valueOf(i + 1), String.valueOf(items.size())),
                        name.stream())
                .toArray(String[]::new);
    }

    /** That of an envelope is the whole of what is in it. */
    private static Optional<String> identifier(JsonValue item) {
        return item instanceof JsonObject object && !Envelope.isClaimedBy(object)
                ? Members.text(object, "id")
                : Optional.empty();
    }
}
