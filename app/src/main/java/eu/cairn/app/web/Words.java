package eu.cairn.app.web;

import eu.cairn.framework.Refusal;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The sentences for people behind the codes, one bundle a context ({@code words_en.properties}
 * beside the context's pages).
 *
 * <p>In a bundle, {@code {0}} stands for the first parameter of a refusal and {@code {place}} for
 * the name of its place. A sentence under {@code code.blank} is used where the first parameter is
 * blank, because a field that is empty asks for other words than one that is wrong.
 */
public final class Words {

    private static final Map<String, Properties> BUNDLES = new ConcurrentHashMap<>();

    private static final Pattern PLACE =
            Pattern.compile("([A-Za-z]+)(?:\\[(\\d*)])?(?:\\.([A-Za-z]+))?");

    private Words() {}

    /** The sentence of a refusal. */
    public static String of(Refusal refusal) {
        return of(refusal, Locale.ENGLISH);
    }

    /** The sentence of a refusal, in this language where the context speaks it. */
    public static String of(Refusal refusal, Locale language) {
        var words = new ArrayList<>(refusal.parameters());
        words.add(place(refusal));
        return pattern(refusal, language)
                .map(p -> p.replace("{place}", "{" + refusal.parameters().size() + "}"))
                .map(pattern -> fill(pattern, words, language))
                .orElse(refusal.code());
    }

    /** The sentence of a code, filled in; a code without a sentence stands for itself. */
    public static String of(String code, List<String> parameters) {
        return of(new Refusal(code, "", parameters));
    }

    /** The name of a thing in the words of a context; without one it stands for itself. */
    public static String name(String context, String key) {
        return name(context, key, Locale.ENGLISH);
    }

    /** The same in this language, where the context speaks it, and else in English. */
    public static String name(String context, String key, Locale language) {
        return bundle(context, language).getProperty(key, key);
    }

    /**
     * The name of a refusal's place: {@code Task 2, weight}; without a name it stands for itself.
     */
    public static String place(Refusal refusal) {
        var names = bundle(context(refusal.code()));
        var parts = PLACE.matcher(refusal.place());
        if (!parts.matches() || names.getProperty("place." + parts.group(1)) == null) {
            return refusal.place();
        }
        var name = names.getProperty("place." + parts.group(1));
        var number = parts.group(2);
        if (number != null) {
            var each = names.getProperty("place." + parts.group(1) + ".each", name);
            name = number.isEmpty() ? each : each + " " + number;
        }
        var part = names.getProperty("place.part." + parts.group(3));
        return part == null ? name : name + ", " + part;
    }

    /** The codes of a context that have a sentence. */
    static List<String> codes(String context) {
        return bundle(context).stringPropertyNames().stream()
                .filter(key -> key.startsWith(context + ".") && !key.endsWith(".blank"))
                .sorted()
                .toList();
    }

    private static Optional<String> pattern(Refusal refusal, Locale language) {
        var sentences = bundle(context(refusal.code()), language);
        boolean nothingTyped =
                !refusal.parameters().isEmpty() && refusal.parameters().getFirst().isBlank();
        var blank = sentences.getProperty(refusal.code() + ".blank");
        return nothingTyped && blank != null
                ? Optional.of(blank)
                : Optional.ofNullable(sentences.getProperty(refusal.code()));
    }

    private static String fill(String pattern, List<String> parameters, Locale language) {
        return new MessageFormat(pattern, language).format(parameters.toArray());
    }

    private static String context(String code) {
        return code.substring(0, code.indexOf('.'));
    }

    private static Properties bundle(String context) {
        return bundle(context, Locale.ENGLISH);
    }

    private static Properties bundle(String context, Locale language) {
        var name = folder(context) + "/words_" + language.getLanguage() + ".properties";
        return Optional.ofNullable(BUNDLES.get(name))
                .orElseGet(
                        () -> {
                            var read =
                                    language.equals(Locale.ENGLISH)
                                            ? read(name, new Properties())
                                            : read(name, bundle(context));
                            BUNDLES.put(name, read);
                            return read;
                        });
    }

    /**
     * @param otherwise what is said where the file says nothing
     */
    private static Properties read(String file, Properties otherwise) {
        var properties = new Properties(otherwise);
        var name = "/eu/cairn/app/" + file;
        try (var resource = Words.class.getResourceAsStream(name)) {
            if (resource != null) {
                properties.load(new InputStreamReader(resource, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    /**
     * Codes of the checks of a verdict live with verification, those of imports and of frameworks
     * with catalogue.
     */
    private static String folder(String context) {
        return switch (context) {
            case "import", "framework" -> "catalogue";
            case "accreditation",
                    "format",
                    "integrity",
                    "issuer",
                    "trust",
                    "status",
                    "validity",
                    "completeness",
                    "holder" ->
                    "verification";
            case "rulebook", "facts", "audit", "plan" -> "stacking";
            case "certificate", "key" -> "credential";
            case "request", "access" -> "web";
            default -> context;
        };
    }
}
