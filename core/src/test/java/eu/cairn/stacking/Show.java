package eu.cairn.stacking;

import eu.cairn.stacking.Instances.Language;

final class Show {
    public static void main(String... args) {
        var i =
                Instances.of(
                        Long.parseLong(args[0]),
                        Language.valueOf(args[1]),
                        Integer.parseInt(args[2]));
        i.rulebook().requirements().forEach(Show::print);
        i.rulebook().everyLimit().forEach(Show::print);
        print(i.rulebook().terms());
        i.rulebook()
                .entering(i.portfolio())
                .forEach(
                        c ->
                                print(
                                        c.id()
                                                + " "
                                                + c.credits()
                                                + " "
                                                + c.status()
                                                + " "
                                                + c.awarded()
                                                + c.facts()));
        print(i.portfolio().wishes());
        print(i.portfolio().prefer());
        print(i.portfolio().keep());
        try {
            var a = Audits.audit(i.rulebook(), i.portfolio());
            print(a.result() + " missing " + a.missing() + " " + a.proof());
            a.counted().forEach(Show::print);
            print(a.chosen());
            a.completion().forEach(Show::print);
            a.credentials().forEach(Show::print);
        } catch (RuntimeException e) {
            print(e);
        }
        print(Oracle.best(i.rulebook(), i.portfolio(), 600));
    }

    static void print(Object o) {
        System.out.println(
                o.toString()
                        .replaceAll("note=Note\\[[^\\]]*\\], ", "")
                        .replace("Optional", "")
                        .replace("java.util.", ""));
    }
}
