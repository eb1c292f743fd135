package org.alongside.casework;

import org.alongside.shared.Worded;

/** Why a need was not met, or not wholly. */
public enum UnmetBecause implements Worded {
    NO_CAPACITY("The service was full"),
    NOT_ELIGIBLE("The service does not take them"),
    NO_SERVICE("There is no such service here"),
    WAITING("Still waiting"),
    AGENCY_REFUSED("The agency said no"),
    CHANGED_MIND("The client changed their mind"),
    LOST_TOUCH("We lost touch"),
    OTHER("Something else");

    private final String words;

    UnmetBecause(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
