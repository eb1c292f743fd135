package org.alongside.standards;

import java.util.ArrayList;
import java.util.List;
import org.alongside.shared.NamedId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What stands beside a standard, in the shape of OSCAL: a mapping collection. Source: NIST, OSCAL 1.2.0, control mapping model. */
final class OscalMapping {
    private static final String VERSION = "1.2.0";

    private OscalMapping() {
    }

    static void write(Standard standard, List<Crosswalk> crosswalks, ObjectNode file) {
        if (crosswalks.isEmpty()) return;
        String name = Oscal.NAMES + standard.key() + "/" + standard.version() + "/beside";
        ObjectNode collection = file.putObject("mapping-collection").put("uuid", NamedId.of(name).toString());
        collection.putObject("metadata").put("title", standard.title()).put("last-modified", standard.publishedOn() + "T00:00:00Z").put("version", standard.version()).put("oscal-version", VERSION);
        said(collection.putObject("provenance")).put("mapping-description", "Read side by side by people, statement by statement.");
        for (Crosswalk crosswalk : crosswalks) {
            ObjectNode mapping = said(collection.withArray("mappings").addObject().put("uuid", NamedId.of(name + "/" + crosswalk.to()).toString()));
            mapping.putObject("source-resource").put("type", "catalog").put("href", Oscal.NAMES + crosswalk.from());
            mapping.putObject("target-resource").put("type", "catalog").put("href", Oscal.NAMES + crosswalk.to());
            for (Crosswalk.Line line : crosswalk.lines()) {
                ObjectNode map = mapping.withArray("maps").addObject().put("uuid", NamedId.of(name + "/" + crosswalk.to() + "/" + line.from() + "/" + line.to()).toString()).put("relationship", line.relation().oscal());
                item(map.withArray("sources"), line.from());
                item(map.withArray("targets"), line.to());
                map.put("remarks", line.why());
            }
        }
    }

    private static ObjectNode said(ObjectNode of) {
        return of.put("method", "human").put("matching-rationale", "semantic").put("status", "complete");
    }

    private static void item(ArrayNode to, String id) {
        to.addObject().put("type", "control").put("id-ref", id);
    }

    /** @param wrong where all that is wrong is added */
    static List<Crosswalk> read(JsonNode file, Standard standard, List<String> wrong) {
        List<Crosswalk> read = new ArrayList<>();
        for (JsonNode mapping : file.path("mapping-collection").path("mappings")) {
            String from = key(mapping.path("source-resource")), to = key(mapping.path("target-resource"));
            if (!from.equals(standard.key())) wrong.add("a mapping begins at “" + from + "”, which is not this standard");
            List<Crosswalk.Line> lines = new ArrayList<>();
            for (JsonNode map : mapping.path("maps")) lines(map, lines, wrong);
            lines.stream().map(Crosswalk.Line::from).filter(id -> !standard.has(id)).distinct().forEach(id -> wrong.add("a mapping speaks of statement " + id + ", which is not in this standard"));
            try {
                read.add(new Crosswalk(from, to, lines));
            } catch (BadStandard bad) {
                wrong.addAll(bad.mistakes());
            }
        }
        if (read.stream().map(Crosswalk::to).distinct().count() < read.size()) wrong.add("two mappings lead to the same standard");
        return read;
    }

    /** One map may hold several statements on either side: each stands beside each. */
    private static void lines(JsonNode map, List<Crosswalk.Line> lines, List<String> wrong) {
        JsonNode said = map.path("relationship");
        String relationship = said.isObject() ? said.path("type").asString("") : said.asString("");
        Relation relation = Relation.of(relationship).orElse(null);
        if (relation == null) {
            wrong.add("there is no relationship called “" + relationship + "”");
            return;
        }
        for (JsonNode from : map.path("sources")) for (JsonNode to : map.path("targets")) lines.add(new Crosswalk.Line(from.path("id-ref").asString(""), to.path("id-ref").asString(""), relation, map.path("remarks").asString("")));
    }

    private static String key(JsonNode resource) {
        String href = resource.path("href").asString("");
        return href.substring(href.lastIndexOf('/') + 1);
    }
}
