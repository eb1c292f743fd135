package org.alongside.programme.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.alongside.programme.Need;
import org.alongside.programme.Way;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;

/** What was typed. @param barred first halves of postcodes, with spaces or commas between */
record NeedsForm(@Nullable String languages, @Nullable List<String> away, @Nullable String way, @Nullable String barred, @Nullable String version) {
    NeedsForm {
        away = away == null ? List.of() : away;
    }

    static NeedsForm of(Need need) {
        return new NeedsForm(need.languages(), List.copyOf(need.away()), need.way().name(), String.join(" ", need.barred()), String.valueOf(need.version()));
    }

    Need read(Problems problems) {
        String follow = languages == null ? "" : languages.strip();
        if (follow.length() > 200) problems.add("languages", "Write no more than 200 characters");
        Set<String> known = NeedsPages.TIMES.values().stream().flatMap(List::stream).map(Option::value).collect(Collectors.toSet());
        List<String> areas = barred == null || barred.isBlank() ? List.of() : Arrays.stream(barred.strip().toUpperCase(Locale.UK).split("[\\s,;]+")).distinct().toList();
        if (!areas.stream().allMatch(area -> area.matches("[A-Z]{1,2}\\d[A-Z\\d]?"))) problems.add("barred", "Enter first halves of postcodes, such as WM1 WM2");
        if (areas.size() > 20) problems.add("barred", "Enter no more than 20 areas");
        Way chosen = Typed.oneNeeded(Way.class, way, "way", "Choose how they can take part", problems);
        return new Need(follow, away.stream().filter(known::contains).collect(Collectors.toSet()), chosen == null ? Way.EITHER : chosen, areas, Typed.version(version));
    }
}
