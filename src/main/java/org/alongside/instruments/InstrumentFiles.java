package org.alongside.instruments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** All files of questions, read at the start: either every one of them can be used, or the house does not open. */
final class InstrumentFiles {
    private InstrumentFiles() {
    }

    /** The instruments by key. Throws {@link BadInstrument} with every mistake of every file. */
    static Map<String, Instrument> read(String pattern) {
        Map<String, Instrument> read = new HashMap<>();
        List<String> mistakes = new ArrayList<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) read(file, read, mistakes);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        if (!mistakes.isEmpty()) throw new BadInstrument(mistakes);
        return Map.copyOf(read);
    }

    private static void read(Resource file, Map<String, Instrument> read, List<String> mistakes) throws IOException {
        String name = String.valueOf(file.getFilename());
        try {
            Instrument instrument = InstrumentFile.read(name, file.getContentAsString(StandardCharsets.UTF_8));
            if (!name.equals(instrument.key() + ".yaml")) mistakes.add(name + ", line 1: the file of \"" + instrument.key() + "\" must be named " + instrument.key() + ".yaml");
            read.put(instrument.key(), instrument);
        } catch (BadInstrument bad) {
            mistakes.add(bad.getMessage());
        }
    }
}
