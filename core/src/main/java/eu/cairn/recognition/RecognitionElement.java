package eu.cairn.recognition;

import java.util.Locale;

/** What is compared: the five elements of a qualification (European Area of Recognition manual). */
public enum RecognitionElement {
    LEVEL,
    WORKLOAD,
    QUALITY,
    PROFILE,
    LEARNING_OUTCOMES;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
