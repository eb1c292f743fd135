package org.alongside.directory.exchange;

import static org.alongside.directory.exchange.Json.first;
import static org.alongside.directory.exchange.Json.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.alongside.directory.Audience;
import org.alongside.directory.Part;
import org.alongside.directory.QualityMark;
import org.alongside.directory.RiskLevel;
import org.alongside.directory.Welcome;
import org.alongside.directory.openreferral.OpenReferral;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Our own terms in a record: they alone say what a service offers and to whom. Words of others are not turned into them. */
final class OwnTerms {
    private static final Pattern CODE = Pattern.compile("da-[a-z-]+:[a-z0-9-]+");
    private static final Pattern NO = Pattern.compile("does not|no|false|excludes?");
    private static final String HOLDS_TO = "holds to ";
    private final OneRecord one;
    private final OpenReferral terms;

    OwnTerms(OneRecord one, OpenReferral terms) {
        this.one = one;
        this.terms = terms;
    }

    private record Who(Set<Audience> welcomed, Set<Audience> turnedAway, Set<Audience> only) {
        Who() {
            this(EnumSet.noneOf(Audience.class), EnumSet.noneOf(Audience.class), EnumSet.noneOf(Audience.class));
        }

        void hear(Audience audience, String value) {
            if (NO.matcher(value).matches()) turnedAway.add(audience);
            else if (value.matches("|welcomes|yes|true|offers|only")) welcomed.add(audience);
            if (value.equals("only")) only.add(audience);
        }

        /** Takes out those of whom both is said, and says whether there were any. */
        boolean contradicts() {
            Set<Audience> both = EnumSet.copyOf(welcomed);
            both.retainAll(turnedAway);
            welcomed.removeAll(both);
            turnedAway.removeAll(both);
            only.removeAll(both);
            return !both.isEmpty();
        }
    }

    List<Part> parts() {
        Map<Part.Kind, Who> said = new LinkedHashMap<>();
        Map<String, Part.Kind> labels = new LinkedHashMap<>();
        for (JsonNode attribute : one.attributes()) {
            Part.Kind kind = named(Part.Kind.class, code(attribute), "da-need:");
            if (kind == null) continue;
            said.computeIfAbsent(kind, any -> new Who());
            labels.put(text(attribute, "label"), kind);
        }
        for (JsonNode attribute : one.attributes()) {
            Audience audience = named(Audience.class, code(attribute), "da-audience:", "da-gender:", "da-community:");
            if (audience == null) continue;
            Part.Kind about = labels.get(text(attribute, "label"));
            said.forEach((kind, who) -> {
                if (about == null || about == kind) who.hear(audience, value(attribute));
            });
        }
        if (said.values().stream().filter(Who::contradicts).count() > 0) one.note("attributes", "both welcome somebody and do not");
        return said.entrySet().stream().map(part -> new Part(part.getKey(), part.getValue().welcomed, part.getValue().turnedAway, part.getValue().only)).toList();
    }

    Welcome access(String which) {
        for (JsonNode attribute : one.attributes()) {
            if (code(attribute).equals("da-access:" + which)) return NO.matcher(value(attribute)).matches() ? Welcome.NO : Welcome.YES;
        }
        return Welcome.NOT_STATED;
    }

    Set<RiskLevel> risks() {
        Set<RiskLevel> risks = EnumSet.noneOf(RiskLevel.class);
        for (JsonNode attribute : one.attributes()) {
            RiskLevel level = named(RiskLevel.class, code(attribute), "da-risk:");
            if (level != null) risks.add(level);
        }
        return risks;
    }

    /** The standards the organisation keeps, as another Alongside says them; one whose last day cannot be read is none. */
    List<QualityMark> marks() {
        List<QualityMark> marks = new ArrayList<>();
        for (JsonNode attribute : one.attributes()) {
            if (!code(attribute).startsWith("da-quality:")) continue;
            // Safety: a label is words of others like any, and may be a line of an address.
            String name = one.words("attributes", text(attribute, "label"), 120, false), holds = value(attribute);
            if (name.isEmpty()) continue;
            LocalDate to = holds.startsWith(HOLDS_TO) ? day(holds.substring(HOLDS_TO.length())) : null;
            if (to != null || holds.equals("holds")) marks.add(new QualityMark(name, null, to));
        }
        return marks;
    }

    private static @Nullable LocalDate day(String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    /** The code of a term of ours; empty for those of others. */
    String code(JsonNode attribute) {
        JsonNode term = attribute.path("taxonomy_term").isObject() ? attribute.path("taxonomy_term") : attribute.path("taxonomy");
        String code = text(term, "code");
        if (CODE.matcher(code).matches()) return code;
        String id = first(text(attribute, "taxonomy_term_id"), text(term, "id"));
        return id.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? terms.code(UUID.fromString(id)).orElse("") : "";
    }

    private static String value(JsonNode attribute) {
        return text(attribute, "value").toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static <E extends Enum<E>> @Nullable E named(Class<E> kind, String code, String... lists) {
        for (String list : lists) for (E each : kind.getEnumConstants()) if (code.equals(list + PlainText.key(each))) return each;
        return null;
    }
}
