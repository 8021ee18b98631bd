package eu.cairn.recognition;

import eu.cairn.framework.Coded;
import java.util.Locale;

/** What is compared: the five elements of a qualification (European Area of Recognition manual). */
public enum RecognitionElement implements Coded {
    LEVEL,
    WORKLOAD,
    QUALITY,
    PROFILE,
    LEARNING_OUTCOMES;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
