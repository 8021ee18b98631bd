package eu.cairn.stacking;

import eu.cairn.stacking.Instances.Language;

final class Hunt {
    public static void main(String... args) {
        long from = Long.parseLong(args[0]);
        long until = System.currentTimeMillis() + 1000 * Long.parseLong(args[1]);
        int most = Integer.parseInt(args[2]);
        int shown = 0;
        long seed = from;
        var langs =
                args.length > 3
                        ? java.util.List.of(Language.valueOf(args[3]))
                        : java.util.List.of(Language.values());
        for (; System.currentTimeMillis() < until && shown < 5; seed++) {
            for (var language : langs) {
                try {
                    AuditOracleTest.agrees(
                            Instances.of(seed, language, language == Language.PARTIAL ? 4 : most),
                            language == Language.COUNTS ? 0 : 300);
                } catch (Throwable wrong) {
                    shown++;
                    System.out.println(
                            seed
                                    + " "
                                    + language
                                    + " "
                                    + wrong.toString().replaceAll("(?s)\\[Instance.*?\\]\\] ", ""));
                    if (!(wrong instanceof AssertionError)) {
                        wrong.printStackTrace(System.out);
                    }
                }
            }
        }
        System.out.println("seeds " + (seed - from) + " wrong " + shown);
    }
}
