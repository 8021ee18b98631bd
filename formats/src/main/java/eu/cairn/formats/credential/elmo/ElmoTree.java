package eu.cairn.formats.credential.elmo;

import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.Publication;
import java.util.List;
import java.util.Set;

/**
 * A credential with the credentials that were stacked into it.
 *
 * @param credential the whole
 * @param publication what the document says about it beside its content
 * @param parts what it is made of; none for a credential that stands alone
 * @param unread what the document states and is not read
 */
public record ElmoTree(
        MicroCredential credential,
        Publication publication,
        List<ElmoTree> parts,
        Set<Unread> unread) {

    public ElmoTree {
        parts = List.copyOf(parts);
        unread = Set.copyOf(unread);
    }

    public ElmoTree(MicroCredential credential, Publication publication, List<ElmoTree> parts) {
        this(credential, publication, parts, Set.of());
    }

    /** Something that bears on whether it holds, stated in a way that is not read. */
    public enum Unread {
        STATUS,
        EXPIRY
    }

    /** A credential that stands alone. */
    public static ElmoTree leaf(MicroCredential credential, Publication publication) {
        return new ElmoTree(credential, publication, List.of());
    }

    /** Whether it, or anything in it, states ECTS credits. */
    boolean carriesCredits() {
        return credential.workload().flatMap(workload -> workload.credits()).isPresent()
                || parts.stream().anyMatch(ElmoTree::carriesCredits);
    }
}
