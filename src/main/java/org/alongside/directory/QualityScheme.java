package org.alongside.directory;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The standards of the sector that an organisation may be found to keep, by the names of their owners. Source: what each publishes about itself. */
public enum QualityScheme {
    RESPECT("Respect accreditation", "respect"),
    LEADING_LIGHTS("SafeLives Leading Lights", "leading lights"),
    MALE_SURVIVORS("Male Survivors Partnership quality mark", "male survivors", "limeculture", "lime culture"),
    VICTIMS_CHOICE("Victims Choice Quality Mark", "victims choice"),
    WOMENS_AID("Women's Aid National Quality Standards", "women s aid", "womens aid"),
    IMKAAN("Imkaan Accredited Quality Standards", "imkaan"),
    RAPE_CRISIS("Rape Crisis National Service Standards", "rape crisis"),
    HELPLINE_STANDARD("Helplines Partnership Helpline Standard", "helpline standard", "helplines partnership", "helplines standard"),
    ADVICE_QUALITY("Advice Quality Standard", "advice quality"),
    OTHER("Another standard");

    private final String owners;
    private final List<Pattern> called;

    QualityScheme(String owners, String... called) {
        this.owners = owners;
        this.called = Stream.of(called).map(words -> Pattern.compile("\\b" + words + "\\b")).toList();
    }

    /** What it is called. */
    public String owners() {
        return owners;
    }

    /** Which one is meant by these words; {@link #OTHER} when none that is known here. */
    static QualityScheme of(String words) {
        String folded = Places.fold(words);
        return Stream.of(values()).filter(scheme -> scheme.called.stream().anyMatch(name -> name.matcher(folded).find())).findFirst().orElse(OTHER);
    }
}
