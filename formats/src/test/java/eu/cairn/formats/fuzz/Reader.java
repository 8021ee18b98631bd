package eu.cairn.formats.fuzz;

import eu.cairn.formats.catalogue.PublishedCourses;
import eu.cairn.formats.credential.StatusList;
import eu.cairn.formats.credential.StrictJson;
import eu.cairn.formats.credential.TokenStatusList;
import eu.cairn.formats.stacking.RulebookReader;
import eu.cairn.formats.verification.hostile.Signed;
import eu.cairn.formats.verification.hostile.Suite;
import eu.cairn.framework.NationalFrameworks;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** What reads the documents of strangers, and documents to begin with. */
enum Reader {
    /** A badge, or a list, as it is sent and as the content of a token that is truly signed. */
    CREDENTIAL("true badge,linked data,proof,learner record") {
        @Override
        void read(byte[] input) {
            Signed.verify(input);
            Signed.verifyAsToken(input);
        }
    },
    TOKEN("true token,token header,token payload,Open Badges 2"),
    SD_JWT("disclosure,holder"),
    /** The claims of an SD-JWT that is truly signed. */
    CLAIMS("") {
        @Override
        void read(byte[] input) {
            Signed.verifyAsClaims(input);
        }

        @Override
        List<byte[]> seeds() {
            return List.of(Signed.claims());
        }
    },
    EUROPEAN("European seal"),
    ELMO("XML"),
    PDF("carrier") {
        @Override
        boolean begins(byte[] seed) {
            return startsWith(seed, "%PDF");
        }
    },
    PNG("carrier") {
        @Override
        boolean begins(byte[] seed) {
            return startsWith(seed, "\u0089PNG");
        }
    },
    SVG("carrier") {
        @Override
        boolean begins(byte[] seed) {
            return startsWith(seed, "<");
        }
    },
    STATUS_LISTS("") {
        @Override
        void read(byte[] input) {
            StrictJson.parse(input).then(StatusList::read).map(list -> list.isSet(7));
            StrictJson.parse(input).then(TokenStatusList::read).map(list -> list.status(7));
        }

        @Override
        List<byte[]> seeds() {
            return Signed.lists();
        }
    },
    RULEBOOK("") {
        @Override
        void read(byte[] input) {
            RulebookReader.read(new String(input, StandardCharsets.UTF_8));
        }

        @Override
        List<byte[]> seeds() {
            return List.of(
                    bytes("rulebook: r\nversion: 1\nrequirements:\n- take: 6\n  of: {level: 7}\n"));
        }
    },
    COURSES("") {
        @Override
        void read(byte[] input) {
            PublishedCourses.read(input, FRAMEWORKS, LocalDate.of(2026, 11, 25));
        }

        @Override
        List<byte[]> seeds() {
            return List.of(
                    bytes(
                            "- id: a\n  title: {en: Lagoons}\n  ects: 5\n  hours: 125\n  level: 7\n"));
        }
    };

    private static final NationalFrameworks FRAMEWORKS = NationalFrameworks.published();
    private static final int MOST = 40;
    private static final int LARGEST = 1 << 15;

    /** Families of the hostile suite, each between commas. */
    private final String families;

    Reader(String families) {
        this.families = families;
    }

    /** Reads {@code input} as one that a stranger sent; whatever escapes is a fault. */
    void read(byte[] input) {
        Signed.verify(input);
    }

    boolean begins(byte[] seed) {
        return true;
    }

    List<byte[]> seeds() {
        return Suite.of(List.of(families.split(","))).stream()
                .map(one -> one.document().get())
                .filter(seed -> seed.length <= LARGEST && begins(seed))
                .limit(MOST)
                .toList();
    }

    private static boolean startsWith(byte[] seed, String start) {
        return new String(seed, StandardCharsets.ISO_8859_1).startsWith(start);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
