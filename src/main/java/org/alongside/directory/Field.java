package org.alongside.directory;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The things an entry says, one by one: to tell what changed, and what a person here wrote or confirmed. */
public enum Field {
    OFFERED_BY("Who offers it", Entry::offeredBy),
    NAME("Name", Entry::name),
    SUMMARY("What it is", Entry::summary),
    PARTS("What it offers, and to whom", Entry::parts),
    WAYS("Ways to reach it, and hours", Entry::ways),
    SERVES("Where it works", Entry::serves),
    OFFICES("Offices", Entry::offices),
    LANGUAGES("Languages", Entry::languages),
    REFER_SELF("Whether one may ask for oneself", Entry::referSelf),
    PAUSED("Closed for now", entry -> entry.conditions().paused()),
    NOTICE("Notice", entry -> entry.conditions().notice()),
    INTERPRETERS("Interpreters", entry -> entry.conditions().interpreters()),
    BY_AGENCY("Whether an agency may ask", entry -> entry.conditions().byAgency()),
    HOW_TO_ASK("How to ask", entry -> entry.conditions().howToAsk()),
    COST("Cost", entry -> entry.conditions().cost()),
    COST_NOTE("About the cost", entry -> entry.conditions().costNote()),
    YOUNGEST("From which age", entry -> entry.conditions().youngest()),
    OLDEST("To which age", entry -> entry.conditions().oldest()),
    RISKS("Levels of risk", entry -> entry.conditions().risks()),
    SOURCE("Where this was found", Entry::source);

    private final String words;
    private final Function<Entry, @Nullable Object> says;

    Field(String words, Function<Entry, @Nullable Object> says) {
        this.words = words;
        this.says = says;
    }

    public String words() {
        return words;
    }

    public boolean differs(Entry one, Entry other) {
        return !Objects.equals(says.apply(one), says.apply(other));
    }

    public static Set<Field> between(Entry one, Entry other) {
        Set<Field> changed = EnumSet.noneOf(Field.class);
        for (Field field : values()) if (field.differs(one, other)) changed.add(field);
        return changed;
    }

    static Set<String> names(Set<Field> fields) {
        return fields.stream().map(Enum::name).collect(Collectors.toSet());
    }
}
