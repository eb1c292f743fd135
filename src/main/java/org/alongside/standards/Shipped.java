package org.alongside.standards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What comes along with the software: standards in our own words, and which statements of them say the same. */
final class Shipped {
    private static final List<Standard> STANDARDS = read("classpath*:standards/*.yaml", StandardFile::read);
    private static final List<Crosswalk> CROSSWALKS = read("classpath*:standards/beside/*.yaml", CrosswalkFile::read);

    private Shipped() {
    }

    static List<Standard> standards() {
        return STANDARDS;
    }

    static List<Crosswalk> crosswalks() {
        return CROSSWALKS;
    }

    static boolean has(String key) {
        return STANDARDS.stream().anyMatch(one -> one.key().equals(key));
    }

    private static <T> List<T> read(String where, Function<String, T> reader) {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources(where)).map(file -> one(file, reader)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static <T> T one(Resource file, Function<String, T> reader) {
        try {
            return reader.apply(file.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (RuntimeException wrong) {
            throw new IllegalStateException(file.getFilename() + " cannot be read: " + wrong.getMessage(), wrong);
        }
    }
}
