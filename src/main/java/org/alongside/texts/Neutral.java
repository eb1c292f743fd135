package org.alongside.texts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Words that a text must not hold: a text lights up on a table, and stays. */
final class Neutral {
    /** The longest text, in characters. */
    static final int LONGEST = 300;
    private static final List<String> TELLING = List.of("abuse", "abusive", "abuser", "violence", "violent", "refuge", "shelter", "safety", "safeguarding", "domestic", "victim", "survivor", "police", "court", "injunction", "non-molestation", "solicitor",
            "marac", "idva", "women's aid", "womens aid", "mankind", "stalking", "assault", "leave him", "leave her", "leaving him", "leaving her", "divorce", "social worker", "social services", "perpetrator");
    private static final Pattern LINK = Pattern.compile("(?i)\\b(?:https?://|www\\.)\\S+|\\b\\S+@\\S+\\.\\S+");

    private Neutral() {
    }

    /** The first word that tells too much; empty when there is none. */
    static Optional<String> telling(String text) {
        String plain = text.toLowerCase(Locale.UK).replace('’', '\'');
        return TELLING.stream().filter(word -> Pattern.compile("(?<![\\p{L}])" + Pattern.quote(word) + "(?:s|'s)?(?![\\p{L}])").matcher(plain).find()).findFirst();
    }

    static boolean holdsALink(String text) {
        return LINK.matcher(text).find();
    }
}
