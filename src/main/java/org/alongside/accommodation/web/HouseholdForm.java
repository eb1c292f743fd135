package org.alongside.accommodation.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.accommodation.Funds;
import org.alongside.accommodation.Household;
import org.alongside.accommodation.Request;
import org.alongside.accommodation.SpaceKind;
import org.alongside.people.CountedAs;
import org.alongside.people.PersonId;
import org.alongside.shared.Problems;
import org.alongside.shared.Times;
import org.alongside.shared.Typed;
import org.alongside.shared.TypedDate;
import org.jspecify.annotations.Nullable;

/** A household that looks for a place, as typed. */
record HouseholdForm(@Nullable String once, @Nullable String version, @Nullable List<String> kinds, @Nullable TypedDate from, @Nullable String adults, @Nullable List<String> children, @Nullable String counted,
        @Nullable String funds, @Nullable String pets, @Nullable String mustHave, @Nullable String avoid) {
    HouseholdForm {
        kinds = kinds == null ? List.of() : List.copyOf(kinds);
        from = from == null ? TypedDate.NONE : from;
        children = children == null ? List.of() : List.copyOf(children);
    }

    /** What is known already: every child living with them comes along, unless the worker says otherwise. */
    static HouseholdForm begun(LocalDate today, List<PersonId> children, String gender) {
        return new HouseholdForm(UUID.randomUUID().toString(), null, List.of(), TypedDate.of(today), "1", ids(children), CountedAs.guessed(gender).name(), Funds.NOT_ASKED.name(), null, null, null);
    }

    static HouseholdForm of(Request request) {
        Household household = request.household();
        return new HouseholdForm(request.id().toString(), "" + request.version(), household.kinds().stream().map(SpaceKind::name).toList(), TypedDate.of(household.neededFrom()), "" + household.adults(), ids(household.children()),
                household.countedAs().name(), household.funds().name(), household.pets(), household.mustHave(), household.avoid());
    }

    HouseholdForm over(Request now) {
        return new HouseholdForm(once, "" + now.version(), kinds, from, adults, children, counted, funds, pets, mustHave, avoid);
    }

    Optional<Household> read(Clock clock, Problems problems) {
        LocalDate today = Times.day(clock.instant());
        Set<SpaceKind> what = Typed.any(SpaceKind.class, kinds);
        if (what.isEmpty()) problems.add("kinds", "Choose at least one kind of place");
        LocalDate day = from.needed("from", "Enter the day from which they need it", problems).orElse(null);
        if (day != null && (day.isBefore(today.minusYears(1)) || day.isAfter(today.plusYears(2)))) problems.add("from", "Enter a day within the next two years");
        int number = adults != null && adults.strip().matches("[1-9]") ? Integer.parseInt(adults.strip()) : 0;
        if (number == 0) problems.add("adults", "Enter a number from 1 to 9");
        CountedAs countedAs = Typed.oneNeeded(CountedAs.class, counted, "counted", "Choose how the adult is counted", problems);
        Funds pay = Typed.oneNeeded(Funds.class, funds, "funds", "Choose how it can be paid for", problems);
        String animals = Typed.words(pets, "pets", problems), must = Typed.words(mustHave, "mustHave", problems), not = Typed.words(avoid, "avoid", problems);
        if (day == null || countedAs == null || pay == null || !problems.isEmpty()) return Optional.empty();
        return Optional.of(new Household(what, day, number, children.stream().map(Typed::id).map(PersonId::new).collect(Collectors.toSet()), countedAs, pay, text(animals), text(must), text(not)));
    }

    private static List<String> ids(Iterable<PersonId> people) {
        List<String> ids = new ArrayList<>();
        people.forEach(person -> ids.add(person.id().toString()));
        return ids;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
