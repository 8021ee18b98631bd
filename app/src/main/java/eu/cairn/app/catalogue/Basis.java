package eu.cairn.app.catalogue;

/**
 * What a draft was written over: what the same window of a browser showed last, or else a revision.
 *
 * @param revision the revision that was read
 * @param window a random name of the window; empty where there is none
 */
public record Basis(int revision, String window) {

    public static Basis of(int revision) {
        return new Basis(revision, "");
    }
}
