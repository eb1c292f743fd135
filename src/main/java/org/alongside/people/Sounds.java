package org.alongside.people;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.alongside.shared.Names;
import org.apache.commons.codec.language.DoubleMetaphone;

/**
 * What a name sounds like, so that one written down by ear is found: Catherine Read and Kathryn Reid sound alike. A name has a sound for each way it may be read
 * aloud here, as English, as Polish, as Irish or Welsh, and is put through Double Metaphone each time (docs/adr/0018).
 */
public final class Sounds {
    private static final DoubleMetaphone METAPHONE = new DoubleMetaphone();
    private static final Map<String, String> LETTERS = Map.of("ł", "l", "ø", "o", "đ", "d", "ð", "d", "þ", "th", "ß", "ss", "æ", "ae", "œ", "oe", "ı", "i");
    private static final Pattern LATIN = Pattern.compile("[a-z ]+");

    static {
        METAPHONE.setMaxCodeLen(12);
    }

    private Sounds() {
    }

    private record Rule(Pattern letters, String spoken) {}

    /** How letters are spoken, in English letters. */
    private enum Reading {
        ENGLISH("(?<=m)p(?=s)", "", "(?<=n)[dt](?=s)", "", "(?<=ns)t(?=on)", "", "ksh", "ks", "ch(?=m)", "h", "ti(?=a)", "ty"),
        POLISH("krz", "ksh", "szcz|sz|s(?=ni|ie|ci)|si(?=[aou])", "sh", "cz|ci(?=[aeou])", "ch", "rz|zi(?=[aeou])", "zh", "w", "v", "j", "y"),
        CELTIC("s(?=i)|s(?=e$)|^se(?=a)|(?<=ai)s(?=l)", "sh", "(?<=.)[bm]h", "v", "(?<=[aeiou])[dg]h(?!t)|(?<=o)c?h(?=[aeiou])", "", "c(?=[eiy])", "k", "dd", "th");

        private final List<Rule> rules;

        Reading(String... rules) {
            this.rules = IntStream.range(0, rules.length / 2).mapToObj(i -> new Rule(Pattern.compile(rules[2 * i]), rules[2 * i + 1])).toList();
        }

        String aloud(String name) {
            for (Rule rule : rules) name = rule.letters.matcher(name).replaceAll(rule.spoken);
            return name;
        }
    }

    /** The sounds of a family name, or of any name said in one piece. None for a name in another script, or one that is no word. */
    public static Set<String> of(String name) {
        Set<String> sounds = new TreeSet<>();
        String letters = letters(name).replace(" ", "");
        // Safety: an initial sounds like half of all names.
        if (letters.length() < 2) return sounds;
        add(sounds, letters);
        for (Reading reading : Reading.values()) add(sounds, reading.aloud(letters));
        return sounds;
    }

    /** The sounds of given names: of all of them together, and of the first, which is often the only one that is said. */
    public static Set<String> ofGiven(String names) {
        Set<String> sounds = of(names);
        if (!sounds.isEmpty()) sounds.addAll(of(Names.key(names).split(" ")[0]));
        return sounds;
    }

    /** The name in the letters of the English alphabet; empty when there are others in it, since half a name would sound like a stranger's. */
    private static String letters(String name) {
        String key = Names.key(name);
        for (Map.Entry<String, String> letter : LETTERS.entrySet()) key = key.replace(letter.getKey(), letter.getValue());
        return LATIN.matcher(key).matches() ? key : "";
    }

    private static void add(Set<String> sounds, String letters) {
        for (boolean second : new boolean[] {false, true}) {
            String sound = METAPHONE.doubleMetaphone(letters, second);
            // Safety: a name without a sound is like no other name, least of all like another without one.
            if (sound != null && !sound.isEmpty()) sounds.add(sound);
        }
    }
}
