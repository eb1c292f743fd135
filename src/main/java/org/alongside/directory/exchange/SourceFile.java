package org.alongside.directory.exchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.alongside.directory.exchange.Reading.From;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/** Services in a file: JSON (a list, a page of a feed, one object a line), a data package, or a flat sheet as CSV or workbook. What it is, its first bytes tell. */
@Component
class SourceFile {
    /** No source is larger, in bytes. */
    static final int LARGEST = 60 * 1024 * 1024;
    static final List<String> LISTS = List.of("contents", "content", "services", "items", "data", "results", "value");
    static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(60).maxStringLength(2_000_000).build()).build()).build();
    private final Reading reading;
    private final Sheet sheet;

    SourceFile(Reading reading, Sheet sheet) {
        this.reading = reading;
        this.sheet = sheet;
    }

    /** What could be read. @param brokenOff why it ends before its end; null when it is whole */
    record Read(List<Given> services, @Nullable String brokenOff) {}

    Read read(byte[] file, From from) {
        if (file.length == 0) throw new CannotRead("The file is empty");
        if (file.length > LARGEST) throw new CannotRead("The file is larger than 60 MB");
        if (isZip(file)) {
            Map<String, byte[]> files = Archive.read(file);
            if (files.containsKey("xl/workbook.xml")) return new Read(sheet.read(Table.workbook(file), from), null);
            if (!DataPackage.isOne(files)) throw new CannotRead("The zip is neither a data package with a services.csv nor a workbook");
            return read(files, from);
        }
        char first = first(file);
        if (first == '{' || first == '[') return json(file, from);
        if (first == '<') throw new CannotRead("This is a web page, not a directory");
        return new Read(sheet.read(Table.csv(file, "The file"), from), null);
    }

    Read read(Map<String, byte[]> dataPackage, From from) {
        return given(DataPackage.services(dataPackage), from, null);
    }

    static boolean isZip(byte[] file) {
        return file.length > 3 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4;
    }

    static char first(byte[] file) {
        String head = new String(file, 0, Math.min(file.length, 200), StandardCharsets.UTF_8).replace("\uFEFF", "").stripLeading();
        return head.isEmpty() ? ' ' : head.charAt(0);
    }

    private Read json(byte[] file, From from) {
        List<JsonNode> services = new ArrayList<>();
        String brokenOff = null;
        try (MappingIterator<JsonNode> objects = JSON.readerFor(JsonNode.class).readValues(file)) {
            while (objects.hasNextValue()) {
                JsonNode one = objects.nextValue();
                services.addAll(listed(one));
            }
        } catch (JacksonException broken) {
            if (services.isEmpty()) throw new CannotRead("The file is no JSON that can be read");
            brokenOff = "It breaks off after " + services.size() + " services";
        }
        return given(services, from, brokenOff);
    }

    /** A page is what it lists; everything else is a service itself. */
    static List<JsonNode> listed(JsonNode one) {
        if (one.isArray()) return one.valueStream().toList();
        for (String list : LISTS) if (one.path(list).isArray() && one.path("name").isMissingNode()) return one.path(list).valueStream().toList();
        return List.of(one);
    }

    private Read given(List<JsonNode> services, From from, @Nullable String brokenOff) {
        List<Given> given = new ArrayList<>();
        Iterator<JsonNode> all = services.iterator();
        for (int at = 1; all.hasNext(); at++) given.add(reading.read(all.next(), from, "record " + at));
        return new Read(given, brokenOff);
    }
}
