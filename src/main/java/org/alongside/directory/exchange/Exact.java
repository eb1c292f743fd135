package org.alongside.directory.exchange;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.directory.Entry;
import org.alongside.directory.Field;
import org.alongside.directory.Kept;
import org.alongside.directory.Offerer;
import org.alongside.directory.Places;
import org.alongside.directory.openreferral.OpenReferral;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A service in the shape of Open Referral that another Alongside reads back as it was. What that shape has no place for, such as the hours of each of several telephones,
 * stands once more in an attribute of our own; and what somebody changed in the shape since goes before it (docs/adr/0036).
 */
@Component
class Exact {
    static final String CODE = "da-entry:whole";
    private static final int LARGEST = 400_000;
    private final OpenReferral terms;
    private final Places places;

    Exact(OpenReferral terms, Places places) {
        this.terms = terms;
        this.places = places;
    }

    ObjectNode written(Whole whole, @Nullable Kept kept) {
        ObjectNode service = terms.service(whole.shown(places, kept));
        UUID id = whole.entry().id(), taxonomy = OpenReferral.id("da-entry"), term = OpenReferral.id(CODE);
        ArrayNode attributes = service.path("attributes") instanceof ArrayNode some ? some : service.putArray("attributes");
        ObjectNode attribute = attributes.addObject();
        attribute.put("id", OpenReferral.id("attribute/" + id + "/whole").toString()).put("link_id", id.toString()).put("taxonomy_term_id", term.toString()).put("link_type", "taxonomy_term").put("link_entity", "service")
                .put("value", Sorted.text(Whole.JSON.valueToTree(whole))).put("label", "As it is kept");
        attribute.putObject("taxonomy_term").put("id", term.toString()).put("name", "As it is kept").put("description", "All of a service as Alongside keeps it, for another one to read back.").put("taxonomy", "Whole entries").put("taxonomy_id", taxonomy.toString()).put("code", CODE);
        return service;
    }

    /** @param read the service as it stands in the record's own fields @param again reads another record in the same way */
    Given restore(JsonNode service, Given read, Again again) {
        Whole whole = whole(service);
        if (whole == null) return read;
        UUID id = read.entry().id(), by = read.entry().offeredBy();
        Entry kept = new Entry(id, by, whole.entry().name(), whole.entry().summary(), whole.entry().parts(), whole.entry().ways(), whole.entry().serves(), whole.entry().offices(), whole.entry().languages(), whole.entry().referSelf(), whole.entry().conditions(), whole.entry().source());
        Offerer offerer = new Offerer(by, whole.offeredBy().name(), whole.offeredBy().website(), whole.offeredBy().description(), whole.offeredBy().identifiers(), whole.offeredBy().marks());
        Whole ours;
        Given shown;
        try {
            Given checked = Tidy.checked(new Given(read.externalId(), read.offererId(), kept, offerer, List.of(), read.hasRefuge(), true));
            ours = new Whole(checked.entry(), checked.offeredBy());
            shown = again.read(terms.service(ours.shown(places, null)));
        } catch (RuntimeException broken) {
            return read;
        }
        // What reads otherwise than our own writing of it was changed since by somebody, in the fields that others see.
        Set<Field> changed = EnumSet.noneOf(Field.class);
        for (Field field : Field.values()) if (field != Field.OFFERED_BY && field != Field.SOURCE && field.differs(read.entry(), shown.entry())) changed.add(field);
        List<Doubt> doubts = new ArrayList<>(read.doubts());
        doubts.removeAll(shown.doubts());
        Offerer now = read.offeredBy(), then = shown.offeredBy();
        Offerer restored = new Offerer(by, now.name().equals(then.name()) ? ours.offeredBy().name() : now.name(), same(now.website(), then.website()) ? ours.offeredBy().website() : now.website(), same(now.description(), then.description()) ? ours.offeredBy().description() : now.description(),
                now.identifiers().equals(then.identifiers()) ? ours.offeredBy().identifiers() : now.identifiers(), ours.offeredBy().marks());
        return new Given(read.externalId(), read.offererId(), Patch.take(changed, read.entry(), ours.entry()), restored, doubts, read.hasRefuge(), true);
    }

    /** Reads a record. */
    interface Again {
        Given read(JsonNode service);
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return java.util.Objects.equals(one, other);
    }

    private @Nullable Whole whole(JsonNode service) {
        for (JsonNode attribute : Json.all(service, "attributes")) {
            boolean ours = Json.text(attribute.path("taxonomy_term"), "code").equals(CODE) || Json.text(attribute, "taxonomy_term_id").equals(OpenReferral.id(CODE).toString());
            String value = Json.text(attribute, "value");
            if (!ours || value.length() > LARGEST) continue;
            try {
                Whole whole = Whole.JSON.readValue(value, Whole.class);
                if (whole.entry() != null && whole.offeredBy() != null) return whole;
            } catch (JacksonException | NullPointerException broken) {
                return null;
            }
        }
        return null;
    }
}
