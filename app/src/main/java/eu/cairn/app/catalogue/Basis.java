package eu.cairn.app.catalogue;

/**
 * What a draft was written over: a revision, or whatever the same window of a browser saved last,
 * so that a window never contradicts itself when it saves while somebody types.
 *
 * @param revision the revision that was read
 * @param window a random name of the window; empty where there is none
 */
public record Basis(int revision, String window) {

    public static Basis of(int revision) {
        return new Basis(revision, "");
    }
}
