package org.alongside.programme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.alongside.people.CountedAs;
import org.alongside.people.People;

/** Whether one rule of a group fits somebody, in a sentence. */
public record Fit(Rule rule, Answer answer, String sentence) {
    /** Safety: what nobody asked is not a yes. */
    public enum Answer { FITS, ASK, DOES_NOT }

    /** The language of the house: whoever needs no interpreter follows it. */
    private static final String HOUSE = "english";

    public boolean fits() {
        return answer == Answer.FITS;
    }

    /** Every rule of this group for somebody. @param apart whether somebody they must be kept apart from has a place in it */
    static List<Fit> of(Cohort cohort, People.Described person, Need need, boolean apart) {
        List<Fit> fits = new ArrayList<>();
        fits.add(gender(cohort.forGender(), person.gender()));
        fits.add(apart ? not(Rule.APART, "Somebody who must not be in one group with them has a place in it.") : fits(Rule.APART));
        fits.add(time(cohort, need.away()));
        fits.add(language(cohort.language(), person, need.languages()));
        fits.add(way(cohort.online(), need.way()));
        fits.add(area(cohort, need.barred()));
        return List.copyOf(fits);
    }

    // Safety: how somebody describes themselves is asked, never guessed from a name or a pronoun.
    private static Fit gender(ForGender whom, String gender) {
        if (whom == ForGender.ANYONE) return fits(Rule.GENDER);
        String is = "This group is for " + whom.words().toLowerCase(Locale.UK) + ".";
        CountedAs counted = CountedAs.guessed(gender);
        if (counted == CountedAs.NOT_SAID) return new Fit(Rule.GENDER, Answer.ASK, is + (gender.isBlank() ? " How they describe themselves is not written down: ask them." : " Their own words for themselves do not say it: ask them."));
        return counted == (whom == ForGender.MEN ? CountedAs.MAN : CountedAs.WOMAN) ? fits(Rule.GENDER) : not(Rule.GENDER, is);
    }

    private static Fit time(Cohort cohort, Set<String> away) {
        return PartOfDay.of(cohort.firstAt(), cohort.minutes()).stream().anyMatch(away::contains) ? not(Rule.TIME, "The group meets on " + PartOfDay.said(cohort.firstAt()) + "; they cannot come then.") : fits(Rule.TIME);
    }

    private static Fit language(String held, People.Described person, String followed) {
        String is = "The group is held in " + held + ".";
        String speaks = followed.isBlank() ? person.languages() : followed;
        if (speaks.isBlank() && !person.interpreterNeeded()) return held.strip().toLowerCase(Locale.UK).equals(HOUSE) ? fits(Rule.LANGUAGE) : new Fit(Rule.LANGUAGE, Answer.ASK, is + " Which languages they can follow is not written down.");
        boolean names = Arrays.stream(speaks.split("[,;/]|\\band\\b")).map(one -> one.strip().toLowerCase(Locale.UK)).anyMatch(held.strip().toLowerCase(Locale.UK)::equals);
        if (followed.isBlank() && person.interpreterNeeded()) return names ? fits(Rule.LANGUAGE) : not(Rule.LANGUAGE, is + " They need an interpreter.");
        return names ? fits(Rule.LANGUAGE) : not(Rule.LANGUAGE, is + " It is not one they said they can follow.");
    }

    private static Fit way(boolean online, Way way) {
        if (online && way == Way.ROOM) return not(Rule.WAY, "The group meets online; they can only come to a room.");
        return !online && way == Way.ONLINE ? not(Rule.WAY, "The group meets in a room; they can only take part online.") : fits(Rule.WAY);
    }

    private static Fit area(Cohort cohort, List<String> barred) {
        if (cohort.online() || barred.isEmpty()) return fits(Rule.AREA);
        if (cohort.area().isEmpty()) return new Fit(Rule.AREA, Answer.ASK, "An order keeps them out of some areas, and in which one the group meets is not written down.");
        return barred.contains(cohort.area()) ? not(Rule.AREA, "The group meets in " + cohort.area() + "; an order keeps them out of it.") : fits(Rule.AREA);
    }

    private static Fit fits(Rule rule) {
        return new Fit(rule, Answer.FITS, "");
    }

    private static Fit not(Rule rule, String sentence) {
        return new Fit(rule, Answer.DOES_NOT, sentence);
    }
}
