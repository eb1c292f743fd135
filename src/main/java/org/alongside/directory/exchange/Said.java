package org.alongside.directory.exchange;

import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.alongside.directory.Conditions;
import org.alongside.directory.Entry;
import org.alongside.directory.Field;
import org.alongside.directory.Part;
import org.alongside.directory.WayIn;
import org.jspecify.annotations.Nullable;

/** What a field says, in a line for an editor. */
final class Said {
    private Said() {
    }

    static String of(Field field, Entry entry) {
        Conditions on = entry.conditions();
        return PlainText.cut(switch (field) {
            case OFFERED_BY -> "another organisation";
            case NAME -> entry.name();
            case SUMMARY -> entry.summary();
            case PARTS -> entry.parts().isEmpty() ? "not stated" : entry.parts().stream().map(Said::part).collect(Collectors.joining("; "));
            case WAYS -> entry.ways().isEmpty() ? "not stated" : entry.ways().stream().map(Said::way).collect(Collectors.joining("; "));
            case SERVES -> list(entry.serves());
            case OFFICES -> list(entry.offices());
            case LANGUAGES -> list(entry.languages());
            case REFER_SELF -> plain(entry.referSelf());
            case PAUSED -> on.paused() ? "yes" : "no";
            case NOTICE -> text(on.notice());
            case INTERPRETERS -> plain(on.interpreters());
            case BY_AGENCY -> plain(on.byAgency());
            case HOW_TO_ASK -> text(on.howToAsk());
            case COST -> plain(on.cost());
            case COST_NOTE -> text(on.costNote());
            case YOUNGEST -> text(on.youngest());
            case OLDEST -> text(on.oldest());
            case RISKS -> list(on.risks().stream().map(Said::plain).toList());
            case SOURCE -> entry.source();
        }, 400);
    }

    private static String part(Part part) {
        return plain(part.kind()) + who(" for ", part.welcomes()) + who(" not for ", part.doesNot()) + who(" only for ", part.onlyFor());
    }

    private static String who(String word, Collection<? extends Enum<?>> audiences) {
        return audiences.isEmpty() ? "" : word + list(audiences.stream().map(Said::plain).toList());
    }

    private static String way(WayIn way) {
        return plain(way.way()) + " " + way.value() + (way.label() == null ? "" : " (" + way.label() + ")") + (Boolean.TRUE.equals(way.free()) ? ", free" : "") + (way.hours() == null ? "" : ", " + way.hours());
    }

    private static String list(Collection<String> all) {
        return all.isEmpty() ? "not stated" : all.stream().sorted().collect(Collectors.joining(", "));
    }

    private static String plain(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "not stated");
    }
}
