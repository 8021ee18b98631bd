package eu.cairn.formats.credential;

import eu.cairn.credential.Learner;
import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.elmo.ElmoTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any stacks of one learner that Cairn would write as ELMO. */
final class ElmoStacks {

    private ElmoStacks() {}

    static Arbitrary<List<ElmoTree>> any() {
        return Combinators.combine(tree(2), tree(0).optional())
                .as((stack, other) -> other.map(o -> List.of(stack, o)).orElse(List.of(stack)))
                .map(ElmoStacks::ofOneLearner);
    }

    private static Arbitrary<ElmoTree> tree(int depth) {
        Arbitrary<List<ElmoTree>> parts =
                depth == 0
                        ? Arbitraries.just(List.of())
                        : Arbitraries.lazy(() -> tree(depth - 1)).list().ofMaxSize(2);
        return Combinators.combine(MicroCredentials.any(), MicroCredentials.publications(), parts)
                .as(ElmoTree::new);
    }

    private static List<ElmoTree> ofOneLearner(List<ElmoTree> trees) {
        var learner = trees.getFirst().credential().learner();
        return trees.stream().map(tree -> of(learner, tree)).toList();
    }

    private static ElmoTree of(Optional<Learner> learner, ElmoTree tree) {
        return new ElmoTree(
                of(learner, tree.credential()),
                tree.publication(),
                tree.parts().stream().map(part -> of(learner, part)).toList());
    }

    static MicroCredential of(Optional<Learner> learner, MicroCredential c) {
        return Changed.of(c, Map.of("learner", learner));
    }
}
