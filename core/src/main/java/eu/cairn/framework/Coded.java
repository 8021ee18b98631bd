package eu.cairn.framework;

/** A value of a closed vocabulary, with the stable code by which machines know it. */
public interface Coded {

    String code();
}
