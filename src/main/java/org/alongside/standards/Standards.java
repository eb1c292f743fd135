package org.alongside.standards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The standards that anybody may read. */
@Component
public class Standards {
    private final List<Standard> standards;

    Standards() {
        try {
            standards = Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:standards/*.yaml")).map(Standards::read).sorted(Comparator.comparing(Standard::title)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Standard read(Resource file) {
        try {
            return StandardFile.read(file.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (RuntimeException wrong) {
            throw new IllegalStateException(file.getFilename() + " is no standard: " + wrong.getMessage(), wrong);
        }
    }

    public List<Standard> all() {
        return standards;
    }

    public Optional<Standard> one(String key) {
        return standards.stream().filter(standard -> standard.key().equals(key)).findFirst();
    }
}
