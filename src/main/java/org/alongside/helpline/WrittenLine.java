package org.alongside.helpline;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.alongside.directory.Audience;
import org.alongside.directory.Conditions;
import org.alongside.directory.Contact;
import org.alongside.directory.Contact.Way;
import org.alongside.directory.Listing;
import org.alongside.directory.Nation;
import org.alongside.directory.OpeningHours;
import org.alongside.directory.Part;
import org.alongside.directory.Offerer;
import org.alongside.directory.Serves;
import org.alongside.directory.Welcome;
import org.jspecify.annotations.Nullable;

/** One entry of the file, read strictly: a misspelt field stops the start instead of hiding a number. */
record WrittenLine(Map<String, Object> fields) {

    private static final Set<String> KNOWN =
            Set.of("key", "name", "organisation", "group", "part", "for", "not", "only", "in", "calendar", "ways", "source", "checked");
    private static final Set<String> KNOWN_OF_A_WAY =
            Set.of("phone", "text", "chat", "email", "bsl", "website", "hours", "hours-checked", "free", "label");

    static Helpline read(Object entry) {
        return new WrittenLine(fields(entry, KNOWN)).helpline();
    }

    private Helpline helpline() {
        String key = text("key");
        Part.Kind kind = fields.containsKey("part") ? Part.Kind.valueOf(text("part")) : Part.Kind.HELPLINE;
        Part part = new Part(kind, audiences("for"), audiences("not"), audiences("only"));
        Listing listing = new Listing(
                Helpline.id(key),
                text("name"),
                Offerer.named(Helpline.id("organisation/" + text("organisation")), text("organisation")),
                "helpline." + key,
                List.of(part),
                contacts(),
                new Serves(Set.copyOf(texts("in"))),
                List.of(),
                List.of(),
                Welcome.YES,
                Conditions.NOT_STATED,
                null,
                false,
                text("source"),
                day(fields.get("checked")),
                null);
        return new Helpline(key, Helpline.Group.valueOf(text("group").toUpperCase(Locale.ROOT)), listing);
    }

    private List<Contact> contacts() {
        List<Contact> contacts = new ArrayList<>();
        for (Object entry : (List<?>) fields.get("ways")) {
            Map<String, Object> way = fields(entry, KNOWN_OF_A_WAY);
            Way kind = List.of(Way.values()).stream().filter(w -> way.containsKey(name(w))).findFirst().orElseThrow();
            LocalDate checked = day(way.getOrDefault("hours-checked", fields.get("checked")));
            OpeningHours hours = OpeningHours.read((String) way.get("hours"), nations(), checked);
            contacts.add(new Contact(kind, way.get(name(kind)).toString(), (String) way.get("label"), hours, (Boolean) way.get("free")));
        }
        return contacts;
    }

    private static String name(Way way) {
        return way.name().toLowerCase(Locale.ROOT);
    }

    private Set<Nation> nations() {
        return texts("calendar").stream().map(Nation::valueOf).collect(toUnmodifiableSet());
    }

    private Set<Audience> audiences(String field) {
        return texts(field).stream().map(Audience::valueOf).collect(toUnmodifiableSet());
    }

    private String text(String field) {
        return fields.get(field).toString();
    }

    private List<String> texts(String field) {
        return fields.get(field) instanceof List<?> list ? list.stream().map(Object::toString).toList() : List.of();
    }

    private static @Nullable LocalDate day(@Nullable Object date) {
        return date == null ? null : ((Date) date).toInstant().atZone(ZoneOffset.UTC).toLocalDate();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fields(Object entry, Set<String> known) {
        Map<String, Object> fields = (Map<String, Object>) entry;
        fields.keySet().stream().filter(field -> !known.contains(field)).findFirst().ifPresent(field -> {
            throw new IllegalArgumentException("Unknown field in the helplines: " + field);
        });
        return fields;
    }
}
