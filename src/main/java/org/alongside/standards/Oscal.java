package org.alongside.standards;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.alongside.shared.NamedId;
import org.alongside.standards.Standard.Section;
import org.alongside.standards.Standard.Statement;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A standard in the shape of OSCAL: the catalogue with sections as groups and statements as controls, and for each edition a profile that picks from it. Source: NIST, OSCAL 1.1.3,
 * catalog and profile models. What OSCAL has no name for stands in properties and parts of our own.
 */
public final class Oscal {
    private static final String VERSION = "1.1.3", OURS = "https://alongside.example/oscal";
    static final String NAMES = "https://alongside.example/standards/";
    static final int LARGEST = 2_000_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Oscal() {
    }

    /** A file as it came in or goes out: a standard, and what of others stands beside it. */
    public record File(Standard standard, List<Crosswalk> crosswalks) {
        public File {
            crosswalks = List.copyOf(crosswalks);
        }
    }

    public static String write(Standard standard) {
        return write(new File(standard, List.of()));
    }

    public static String write(File whole) {
        Standard standard = whole.standard;
        ObjectNode file = JSON.createObjectNode();
        String name = standard.key() + "/" + standard.version(), catalogue = NamedId.of(NAMES + name).toString();
        ObjectNode catalog = file.putObject("catalog").put("uuid", catalogue);
        ObjectNode metadata = metadata(catalog, standard, standard.title());
        property(metadata.withArray("props"), "key", standard.key());
        property(metadata.withArray("props"), "owner", standard.owner());
        property(metadata.withArray("props"), "licence", standard.licence());
        property(metadata.withArray("props"), "status", standard.isExample() ? "example" : "published");
        metadata.put("remarks", standard.about());
        standard.sections().forEach(section -> write(section, catalog.withArray("groups").addObject()));
        for (Edition edition : standard.editions()) {
            ObjectNode profile = file.withArray("profiles").addObject().put("uuid", NamedId.of(NAMES + name + "/" + edition.key()).toString());
            property(metadata(profile, standard, standard.title() + ": " + edition.key()).withArray("props"), "edition", edition.key());
            ArrayNode picked = profile.withArray("imports").addObject().put("href", "#" + catalogue).withArray("include-controls").addObject().withArray("with-ids");
            standard.of(edition).forEach(section -> section.statements().forEach(statement -> picked.add(statement.id())));
        }
        OscalMapping.write(standard, whole.crosswalks, file);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(file);
    }

    private static ObjectNode metadata(ObjectNode of, Standard standard, String title) {
        return of.putObject("metadata").put("title", title).put("last-modified", standard.publishedOn() + "T00:00:00Z").put("version", standard.version()).put("oscal-version", VERSION);
    }

    private static void write(Section section, ObjectNode group) {
        group.put("id", section.key()).put("class", "section").put("title", section.title());
        part(group.withArray("parts"), "overview", null, section.about());
        for (Statement statement : section.statements()) {
            ObjectNode control = group.withArray("controls").addObject().put("id", statement.id()).put("class", "statement").put("title", statement.text());
            property(control.withArray("props"), "level", statement.isMust() ? "must" : "should");
            part(control.withArray("parts"), "statement", null, statement.text());
            if (statement.forSurvivors() != null) part(control.withArray("parts"), "statement", "survivors", statement.forSurvivors());
            statement.good().forEach(words -> part(control.withArray("parts"), "guidance", null, words));
            statement.evidence().forEach(words -> part(control.withArray("parts"), "evidence", null, words));
        }
    }

    private static void property(ArrayNode to, String name, String value) {
        to.addObject().put("name", name).put("ns", OURS).put("value", value);
    }

    private static void part(ArrayNode to, String name, @Nullable String kind, String prose) {
        ObjectNode part = to.addObject().put("name", name);
        if (kind != null) part.put("class", kind);
        part.put("prose", prose);
    }

    /** Throws {@link BadStandard} with all that is wrong in it. */
    public static Standard read(String text) {
        return file(text).standard;
    }

    /** The same, with what stands beside it. */
    public static File file(String text) {
        if (text.length() > LARGEST) throw new BadStandard(List.of("the file is larger than a standard can be"));
        JsonNode file;
        try {
            file = JSON.readTree(text);
        } catch (JacksonException broken) {
            throw new BadStandard(List.of("the file is no JSON"));
        }
        JsonNode catalog = file.path("catalog"), metadata = catalog.path("metadata");
        if (!catalog.isObject()) throw new BadStandard(List.of("the file has no catalog"));
        List<String> wrong = new ArrayList<>();
        Map<String, Set<Edition>> picked = picked(file, wrong);
        List<Section> sections = catalog.path("groups").valueStream().map(group -> new Section(words(group, "id"), words(group, "title"), parts(group, "overview", "").findFirst().orElse(""), group.path("controls").valueStream().map(control -> statement(control, picked, wrong)).toList())).toList();
        LocalDate published = day(words(metadata, "last-modified"));
        if (published == null) wrong.add("last-modified is no moment, like 2026-11-22T00:00:00Z");
        if (!wrong.isEmpty() || published == null) throw new BadStandard(wrong);
        Standard standard = new Standard(property(metadata, "key"), words(metadata, "version"), words(metadata, "title"), words(metadata, "remarks"), property(metadata, "owner"), property(metadata, "licence"), published, property(metadata, "status").equals("example"), sections);
        List<Crosswalk> crosswalks = OscalMapping.read(file, standard, wrong);
        if (!wrong.isEmpty()) throw new BadStandard(wrong);
        return new File(standard, crosswalks);
    }

    private static Map<String, Set<Edition>> picked(JsonNode file, List<String> wrong) {
        Map<String, Set<Edition>> picked = new LinkedHashMap<>();
        for (JsonNode profile : file.path("profiles")) {
            String name = property(profile.path("metadata"), "edition");
            Edition edition = Stream.of(Edition.values()).filter(one -> one.key().equals(name)).findFirst().orElse(null);
            if (edition == null) wrong.add("there is no edition called “" + name + "”");
            else for (JsonNode from : profile.path("imports")) for (JsonNode which : from.path("include-controls")) for (JsonNode id : which.path("with-ids")) picked.computeIfAbsent(id.asString(""), any -> EnumSet.noneOf(Edition.class)).add(edition);
        }
        return picked;
    }

    private static Statement statement(JsonNode control, Map<String, Set<Edition>> picked, List<String> wrong) {
        String id = words(control, "id"), level = property(control, "level");
        if (!level.equals("must") && !level.equals("should")) wrong.add("statement " + id + " says neither must nor should");
        if (control.has("controls")) wrong.add("statement " + id + " has statements inside it: they must stand beside it");
        return new Statement(id, level.equals("must"), parts(control, "statement", "").findFirst().orElse(words(control, "title")), parts(control, "statement", "survivors").findFirst().orElse(null), parts(control, "guidance", "").toList(), parts(control, "evidence", "").toList(), picked.getOrDefault(id, Set.of()));
    }

    private static Stream<String> parts(JsonNode of, String name, String kind) {
        return of.path("parts").valueStream().filter(part -> words(part, "name").equals(name) && words(part, "class").equals(kind)).map(part -> words(part, "prose"));
    }

    private static String property(JsonNode of, String name) {
        return of.path("props").valueStream().filter(one -> words(one, "name").equals(name)).map(one -> words(one, "value")).findFirst().orElse("");
    }

    private static String words(JsonNode of, String name) {
        return of.path(name).asString("");
    }

    private static @Nullable LocalDate day(String moment) {
        try {
            return OffsetDateTime.parse(moment).toLocalDate();
        } catch (DateTimeException none) {
            return null;
        }
    }
}
