package eu.cairn.catalogue;

import eu.cairn.stacking.Rulebook;

/** A maker that reaches over to a user, so that the test of the arrows can be seen to fail. */
final class Trespass {

    private Trespass() {}

    static String title(Rulebook rulebook) {
        return rulebook.title();
    }
}
