package org.alongside.selfassessment;

import java.util.List;

/** What rooms further down have to say of a self-assessment: offered as a bean, shown beside it. */
public interface Beside {
    /** @param state how it stands there, in a few words */
    record Door(String path, String text, String state) {}

    /** For whoever asks; empty where there is nothing yet to go to. */
    List<Door> doors(SelfAssessment assessment);
}
