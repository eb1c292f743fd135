package org.alongside.incidents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alongside.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What one person did to one client within the months of the rule.
 *
 * @param by null for what nobody is written down for: it is counted, and it is nobody's repeat
 * @param after the day the danger was judged high from which {@code repeated} counts; both null when this is no repeat
 */
public record Repeat(@Nullable PersonId by, int incidents, int toPolice, LocalDate last, @Nullable LocalDate after, @Nullable LocalDate repeated, RepeatRule rule) {
    public boolean isRepeat() {
        return repeated != null;
    }

    public boolean isEscalation() {
        return toPolice >= rule.policeReports();
    }

    /** By each person apart, the newest first. What was taken back does not count. */
    static List<Repeat> of(List<Incident> incidents, List<LocalDate> judgedHigh, RepeatRule rule, LocalDate today) {
        LocalDate since = today.minusMonths(rule.months());
        Map<Optional<PersonId>, List<Incident>> byPerson = new LinkedHashMap<>();
        incidents.stream().filter(Incident::counts).filter(one -> !one.on().isBefore(since) && !one.on().isAfter(today)).sorted(Comparator.comparing(Incident::on).reversed())
                .forEach(one -> byPerson.computeIfAbsent(Optional.ofNullable(one.by()), any -> new ArrayList<>()).add(one));
        return byPerson.entrySet().stream().map(entry -> of(entry.getKey().orElse(null), entry.getValue(), judgedHigh, rule)).toList();
    }

    private static Repeat of(@Nullable PersonId by, List<Incident> newestFirst, List<LocalDate> judgedHigh, RepeatRule rule) {
        int toPolice = (int) newestFirst.stream().filter(one -> one.told().contains(ToldWhom.POLICE)).count();
        for (Incident one : by == null ? List.<Incident>of() : newestFirst) {
            Optional<LocalDate> after = judgedHigh.stream().filter(high -> high.isBefore(one.on()) && !high.plusMonths(rule.months()).isBefore(one.on())).max(Comparator.naturalOrder());
            if (after.isPresent()) return new Repeat(by, newestFirst.size(), toPolice, newestFirst.get(0).on(), after.get(), one.on(), rule);
        }
        return new Repeat(by, newestFirst.size(), toPolice, newestFirst.get(0).on(), null, null, rule);
    }
}
