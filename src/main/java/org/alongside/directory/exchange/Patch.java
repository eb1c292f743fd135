package org.alongside.directory.exchange;

import java.util.Set;
import org.alongside.directory.Conditions;
import org.alongside.directory.Cost;
import org.alongside.directory.Entry;
import org.alongside.directory.Field;
import org.alongside.directory.Welcome;

/** Some fields of one entry put into another. */
final class Patch {
    private Patch() {
    }

    /** @param fields those taken {@code from}; all others stay {@code into}'s, its id too */
    static Entry take(Set<Field> fields, Entry from, Entry into) {
        Conditions on = from.conditions(), off = into.conditions();
        Conditions conditions = new Conditions(of(fields, Field.PAUSED, from, into).conditions().paused(), of(fields, Field.NOTICE, from, into).conditions().notice(), of(fields, Field.INTERPRETERS, from, into).conditions().interpreters(),
                of(fields, Field.BY_AGENCY, from, into).conditions().byAgency(), of(fields, Field.HOW_TO_ASK, from, into).conditions().howToAsk(), of(fields, Field.COST, from, into).conditions().cost(), of(fields, Field.COST_NOTE, from, into).conditions().costNote(),
                of(fields, Field.YOUNGEST, from, into).conditions().youngest(), of(fields, Field.OLDEST, from, into).conditions().oldest(), fields.contains(Field.RISKS) ? on.risks() : off.risks());
        return new Entry(into.id(), of(fields, Field.OFFERED_BY, from, into).offeredBy(), of(fields, Field.NAME, from, into).name(), of(fields, Field.SUMMARY, from, into).summary(), of(fields, Field.PARTS, from, into).parts(), of(fields, Field.WAYS, from, into).ways(),
                of(fields, Field.SERVES, from, into).serves(), of(fields, Field.OFFICES, from, into).offices(), of(fields, Field.LANGUAGES, from, into).languages(), of(fields, Field.REFER_SELF, from, into).referSelf(),
                conditions.equals(Conditions.NOT_STATED) ? Conditions.NOT_STATED : conditions, of(fields, Field.SOURCE, from, into).source());
    }

    private static Entry of(Set<Field> fields, Field field, Entry from, Entry into) {
        return fields.contains(field) ? from : into;
    }

    /** Whether an entry says anything in this field. */
    static boolean isStated(Field field, Entry entry) {
        Conditions on = entry.conditions();
        return switch (field) {
            case OFFERED_BY, NAME, SUMMARY, SERVES, SOURCE, PAUSED -> true;
            case PARTS -> !entry.parts().isEmpty();
            case WAYS -> !entry.ways().isEmpty();
            case OFFICES -> !entry.offices().isEmpty();
            case LANGUAGES -> !entry.languages().isEmpty();
            case REFER_SELF -> entry.referSelf() != Welcome.NOT_STATED;
            case NOTICE -> on.notice() != null;
            case INTERPRETERS -> on.interpreters() != Welcome.NOT_STATED;
            case BY_AGENCY -> on.byAgency() != Welcome.NOT_STATED;
            case HOW_TO_ASK -> on.howToAsk() != null;
            case COST -> on.cost() != Cost.NOT_STATED;
            case COST_NOTE -> on.costNote() != null;
            case YOUNGEST, OLDEST -> on.youngest() != null || on.oldest() != null;
            case RISKS -> !on.risks().isEmpty();
        };
    }
}
