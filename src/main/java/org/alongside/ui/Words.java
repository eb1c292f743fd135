package org.alongside.ui;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The public words of every module, in English and in Welsh: {@code words/<module>.properties} and {@code words/<module>_cy.properties}. */
@Component
public class Words {
    static final Locale ENGLISH = Locale.UK;
    static final Locale WELSH = Locale.forLanguageTag("cy-GB");
    private final Map<String, String> english = new HashMap<>();
    private final Map<String, String> welsh = new HashMap<>();
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    public Words() {
        try {
            for (Resource bundle : new PathMatchingResourcePatternResolver().getResources("classpath*:words/*.properties")) {
                read(bundle, String.valueOf(bundle.getFilename()).endsWith("_cy.properties") ? welsh : english);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void read(Resource bundle, Map<String, String> words) throws IOException {
        Properties read = new Properties();
        try (Reader text = new InputStreamReader(bundle.getInputStream(), StandardCharsets.UTF_8)) {
            read.load(text);
        }
        read.forEach((key, said) -> words.put(key.toString(), said.toString()));
    }

    /** The words for this key; {0}, {1} ... are filled in. Words not yet in Welsh are said in English rather than not at all. */
    public String say(Locale language, String key, Object... details) {
        String words = language.equals(WELSH) ? welsh.getOrDefault(key, english.get(key)) : english.get(key);
        if (words == null) {
            throw new NoSuchElementException("No words for " + key);
        }
        if (details.length == 0) return words;
        // Writers type ' as they would anywhere; MessageFormat wants it doubled. One is read once and copied for each use, since it holds what it works on.
        MessageFormat format = formats.computeIfAbsent(language + key, any -> new MessageFormat(words.replace("'", "''"), language));
        return ((MessageFormat) format.clone()).format(details);
    }

    public boolean has(String key) {
        return english.containsKey(key);
    }

    Set<String> keys(Locale language) {
        return new TreeSet<>(language.equals(WELSH) ? welsh.keySet() : english.keySet());
    }
}
