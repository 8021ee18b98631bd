package eu.cairn.credential;

import java.util.Optional;

/**
 * The course version behind a micro-credential.
 *
 * @param url the public address of the frozen version, whose meaning never changes
 * @param code the code by which rulebooks and people name the course
 * @param version the number of the frozen version
 */
public record CourseReference(String url, Optional<String> code, Optional<String> version) {}
