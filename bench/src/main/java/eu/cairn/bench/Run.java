package eu.cairn.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs every benchmark briefly and prints a table: what, its time, its floor, and the ratio. */
public final class Run {

    /** What is measured beside its floor; the names are those of benchmark methods. */
    private record Pair(String what, String measured, String floor) {}

    private static final List<Pair> PAIRS =
            List.of(
                    new Pair("sign a credential / the signature alone", "sign", "signatureAlone"),
                    new Pair("verdict / its signature alone", "verify", "signatureCheckAlone"),
                    new Pair("verdict / reading the document", "verify", "parse"),
                    new Pair("certificate PDF / signing", "certificate", "sign"),
                    audit("joint-sustainability-10"),
                    audit("teaching-certificate-30"),
                    audit("data-stewardship-60"));

    private Run() {}

    private static Pair audit(String rulebook) {
        return new Pair("audit / check, " + rulebook, "audit " + rulebook, "check " + rulebook);
    }

    /**
     * @param seconds of warming up and of measuring, each; 3 if absent
     */
    public static void main(String[] seconds) throws RunnerException {
        var time = TimeValue.seconds(seconds.length > 0 ? Long.parseLong(seconds[0]) : 3);
        var options =
                new OptionsBuilder()
                        .include("eu\\.cairn\\.bench\\..*")
                        .mode(Mode.AverageTime)
                        .timeUnit(TimeUnit.MICROSECONDS)
                        .forks(1)
                        .warmupIterations(2)
                        .warmupTime(time)
                        .measurementIterations(3)
                        .measurementTime(time)
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build();
        var times = new HashMap<String, Double>();
        for (var result : new Runner(options).run()) {
            var method = result.getParams().getBenchmark().replaceAll(".*\\.", "");
            var rulebook = Optional.ofNullable(result.getParams().getParam("rulebook"));
            times.put(
                    rulebook.map(name -> method + " " + name).orElse(method),
                    result.getPrimaryResult().getScore());
        }
        print(times);
    }

    private static void print(Map<String, Double> times) {
        System.out.printf("%-44s %14s %14s %8s%n", "what / floor", "per op", "floor", "ratio");
        for (var pair : PAIRS) {
            double measured = times.getOrDefault(pair.measured(), Double.NaN);
            double floor = times.getOrDefault(pair.floor(), Double.NaN);
            System.out.printf(
                    "%-44s %11.1f us %11.1f us %8.1f%n",
                    pair.what(), measured, floor, measured / floor);
        }
    }
}
