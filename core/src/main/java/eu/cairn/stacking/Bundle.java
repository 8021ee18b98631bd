package eu.cairn.stacking;

/**
 * Small credentials that count together as one block. The block has the facts that are stated for
 * it and no others; what is in it counts nowhere else.
 *
 * @param of how many credentials make one block
 * @param each which credentials may be in it
 * @param countsAs what the block is; its id is the id of the bundle
 */
public record Bundle(String id, Note note, int of, Filter each, HeldCredential countsAs) {

    public Bundle {
        if (of < 1 || !countsAs.id().equals(id)) {
            throw new IllegalArgumentException(id + " bundles at least one credential");
        }
        if (countsAs.award().isPresent() || !countsAs.values(Fact.SPENT).isEmpty()) {
            throw new IllegalArgumentException(id + " is no award, and spent on none");
        }
    }

    /** What the {@code number}th block is called in audits, counted from one. */
    String blockId(int number) {
        return id + "#" + number;
    }

    /** The {@code number}th block as it is counted. */
    HeldCredential block(int number) {
        return new HeldCredential(
                blockId(number),
                countsAs.title(),
                countsAs.issuerName(),
                countsAs.credits(),
                countsAs.status(),
                countsAs.awarded(),
                countsAs.revalidated(),
                countsAs.expires(),
                countsAs.facts());
    }
}
