package org.alongside.directory;

import java.util.Collection;
import java.util.Set;

/**
 * One part of what a service offers, and whom it says this part is for.
 *
 * @param onlyFor when not empty, it is for these people alone: by and for LGBT+ people, in sign language for Deaf people
 */
public record Part(Kind kind, Set<Audience> welcomes, Set<Audience> doesNot, Set<Audience> onlyFor) {

    public enum Kind {
        HELPLINE,
        OUTREACH,
        ADVOCACY,
        REFUGE,
        COUNSELLING,
        GROUP,
        CHILDREN,
        STALKING,
        FORCED_MARRIAGE,
        SEXUAL_VIOLENCE,
        LEGAL,
        HOUSING,
        MONEY,
        BEHAVIOUR_CHANGE,
        PARTNER_SUPPORT,
        PETS;

        /** What helps with the abuse itself, rather than with one thing beside it. */
        boolean isSupport() {
            return ordinal() <= GROUP.ordinal() || this == BEHAVIOUR_CHANGE;
        }
    }

    public Part {
        welcomes = Set.copyOf(welcomes);
        doesNot = Set.copyOf(doesNot);
        onlyFor = Set.copyOf(onlyFor);
    }

    public Welcome welcome(Audience audience) {
        return doesNot.contains(audience) ? Welcome.NO : welcomes.contains(audience) ? Welcome.YES : Welcome.NOT_STATED;
    }

    // Safety: what is for people who are hurt is closed to those who hurt, and the other way round, unless it says that it is for both.
    private boolean isForTheOtherSide(Collection<Audience> somebody) {
        if (somebody.stream().anyMatch(why -> Audience.WHY.contains(why) && welcomes.contains(why))) return false;
        return somebody.contains(Audience.OWN_BEHAVIOUR) && welcomes.contains(Audience.HARMED) || somebody.contains(Audience.HARMED) && welcomes.contains(Audience.OWN_BEHAVIOUR);
    }

    /** Whether this part is open to somebody who is all of these. */
    public Welcome welcome(Collection<Audience> somebody) {
        // Safety: silence is not a yes; a person sent to a door that stays shut may not try another.
        if (somebody.stream().anyMatch(doesNot::contains)) return Welcome.NO;
        if (isForTheOtherSide(somebody)) return Welcome.NO;
        // Whoever said one thing of this kind about themselves answered the question; whoever said none may have passed it over.
        if (!somebody.isEmpty() && !onlyFor.isEmpty() && somebody.stream().noneMatch(onlyFor::contains)) return somebody.stream().anyMatch(Audience::isAlso) ? Welcome.NO : Welcome.ONLY_OTHERS;
        // Safety: many houses take no boys who are nearly grown; a family that has packed must not learn it there.
        if (kind == Kind.REFUGE && somebody.contains(Audience.TEENAGE_SONS) && !welcomes.contains(Audience.TEENAGE_SONS)) return Welcome.NOT_STATED;
        return somebody.stream().filter(Audience::needsAYes).allMatch(welcomes::contains) ? Welcome.YES : Welcome.NOT_STATED;
    }
}
