package eu.cairn.app.web;

import eu.cairn.framework.Refusal;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sentences for people behind the codes, one bundle a context ({@code words_en.properties}
 * beside the context's pages), with placeholders {@code {0}}, {@code {1}}, ….
 */
public final class Words {

    private static final Map<String, Properties> BUNDLES = new ConcurrentHashMap<>();

    private Words() {}

    /** The sentence of a refusal. */
    public static String of(Refusal refusal) {
        return of(refusal.code(), refusal.parameters());
    }

    /** The sentence of a code, filled in; a code without a sentence stands for itself. */
    public static String of(String code, List<String> parameters) {
        return pattern(code).map(pattern -> fill(pattern, parameters)).orElse(code);
    }

    /** The sentence of a code without placeholders. */
    public static String of(String code) {
        return of(code, List.of());
    }

    /** Whether there is a sentence for a code. */
    public static boolean knows(String code) {
        return pattern(code).isPresent();
    }

    private static Optional<String> pattern(String code) {
        int dot = code.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        return Optional.ofNullable(bundle(code.substring(0, dot)).getProperty(code));
    }

    private static String fill(String pattern, List<String> parameters) {
        return new MessageFormat(pattern, Locale.ENGLISH).format(parameters.toArray());
    }

    private static Properties bundle(String context) {
        return BUNDLES.computeIfAbsent(context, Words::read);
    }

    private static Properties read(String context) {
        var properties = new Properties();
        var name = "/eu/cairn/app/" + folder(context) + "/words_en.properties";
        try (var resource = Words.class.getResourceAsStream(name)) {
            if (resource != null) {
                properties.load(new InputStreamReader(resource, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    /** Codes of the checks of a verdict live with verification, those of imports with catalogue. */
    private static String folder(String context) {
        return switch (context) {
            case "import" -> "catalogue";
            case "format",
                    "integrity",
                    "issuer",
                    "trust",
                    "status",
                    "validity",
                    "completeness",
                    "holder" ->
                    "verification";
            case "rulebook", "portfolio" -> "stacking";
            case "certificate" -> "credential";
            case "request", "access" -> "web";
            default -> context;
        };
    }
}
