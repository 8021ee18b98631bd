package eu.cairn.bench;

import eu.cairn.framework.Refusal;
import eu.cairn.stacking.Audit;
import eu.cairn.stacking.AuditCheck;
import eu.cairn.stacking.Audits;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Auditing under each rulebook of the demo, and checking the same audit without the search. */
@State(Scope.Benchmark)
public class AuditBench {

    @Param({"joint-sustainability-10", "teaching-certificate-30", "data-stewardship-60"})
    public String rulebook = "";

    private BenchStack stack = BenchStack.of("joint-sustainability-10");
    private Audit.Claim claim = Audits.audit(stack.rulebook(), stack.portfolio()).claim();

    @Setup
    public void choose() {
        stack = BenchStack.of(rulebook);
        var audit = Audits.audit(stack.rulebook(), stack.portfolio());
        if (audit.result() != Audit.Result.SATISFIED) {
            throw new IllegalStateException(rulebook + ": " + audit.result());
        }
        claim = audit.claim();
    }

    @Benchmark
    public Audit audit() {
        return Audits.audit(stack.rulebook(), stack.portfolio());
    }

    /** The floor of an audit: the linear check that every audit passes before it is shown. */
    @Benchmark
    public List<Refusal> check() {
        return AuditCheck.doubts(stack.rulebook(), stack.portfolio(), claim);
    }
}
