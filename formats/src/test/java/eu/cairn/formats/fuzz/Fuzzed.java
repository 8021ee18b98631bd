package eu.cairn.formats.fuzz;

/** Where Jazzer enters; which reader it is, is said by the property {@code cairn.reader}. */
public final class Fuzzed {

    private static final Reader READER = Reader.valueOf(System.getProperty("cairn.reader", ""));
    private static final int WARM_UP = 5;

    private Fuzzed() {}

    /** Called by Jazzer once: what is read for the first time takes longer. */
    public static void fuzzerInitialize() {
        READER.seeds().stream().limit(WARM_UP).forEach(READER::read);
    }

    /** Called by Jazzer for every input. */
    public static void fuzzerTestOneInput(byte[] input) {
        READER.read(input);
    }
}
