package org.alongside.house;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.access.OrganisationId;
import org.alongside.access.Role;
import org.alongside.shared.Side;
import org.jspecify.annotations.Nullable;

/** Which role finds what behind each way on to the desk: asked here by one worker of every role, written down in docs/who-may.md for people to decide about. */
final class WhoMay {
    static final Path DECIDED = Path.of("docs/who-may.md");
    /** The states of somebody's record in which it is asked for. */
    static final String OPEN = "open", WAITING = "waiting", CLOSED = "closed", MOVED = "moved";
    private static final List<String> STATES = List.of(OPEN, WAITING, CLOSED, MOVED);
    private static final String NO_SIDE = "no side";

    private final World world;
    private final Map<String, Map<Role, Actor.Worker>> staff = new LinkedHashMap<>();
    private final List<Actor.Worker> strangers = new ArrayList<>();
    private final Map<String, Map<String, Set<Role>>> records = new LinkedHashMap<>(), pages = new LinkedHashMap<>();

    WhoMay(World world) {
        this.world = world;
        for (Side side : new Side[] {Side.SUPPORT, Side.CHANGE, null}) {
            Map<Role, Actor.Worker> each = new EnumMap<>(Role.class);
            for (Role role : Role.values()) each.put(role, world.hire(DemoTown.HARBOUR_HOUSE, side, "Onerole Worker", role));
            staff.put(named(side), each);
        }
    }

    /** One worker of each role on that side. */
    Map<Role, Actor.Worker> staff(@Nullable Side side) {
        return staff.get(named(side));
    }

    /** Somebody who has every role there is. */
    Actor.Worker everyRole(OrganisationId organisation, @Nullable Side side) {
        Actor.Worker all = world.hire(organisation, side, "Everyrole Worker", Role.values());
        strangers.add(all);
        return all;
    }

    void leave() {
        Stream.concat(staff.values().stream().flatMap(each -> each.values().stream()), strangers.stream()).forEach(world::leave);
    }

    /** Those who found a record in this state: what was asked is written down, also when nobody did. */
    void record(DeskRoutes route, String state, Set<Role> finders) {
        records.computeIfAbsent(route.name(), name -> new TreeMap<>()).merge(state, finders, WhoMay::both);
    }

    /** Those on this side who found a page. */
    void page(DeskRoutes route, @Nullable Side side, Set<Role> finders) {
        pages.computeIfAbsent(route.name(), name -> new TreeMap<>()).merge(named(side), finders, WhoMay::both);
    }

    Map<String, Map<String, Set<Role>>> records() {
        return records;
    }

    String written() {
        Map<Set<Role>, String> letters = new LinkedHashMap<>();
        String ways = table(records, STATES, letters), lists = table(pages, List.of(named(Side.SUPPORT), named(Side.CHANGE), NO_SIDE), letters);
        StringBuilder text = new StringBuilder("""
                # Who finds what

                Made by `RoutesTests`: each way on to the desk was asked for by one worker of every role, in every state of the record, and what they did was taken back.
                Whoever is not named gets the answer that they would get if there were no such record. A line that changes is a decision: read it before you draw this page anew
                (`-Dalongside.draw=true`).

                Not in the table, because they hold for every line of the first one: the other side of the wall, no side, another organisation and a worker who is kept apart find nothing,
                also with every role there is. A dash means that nobody finds it by their role alone: it belongs to one worker. An empty cell was not asked for: there is no such part of that record.

                | Group | Roles |
                |---|---|
                """);
        letters.forEach((roles, letter) -> text.append("| ").append(letter).append(" | ").append(roles.stream().map(Role::words).collect(Collectors.joining(", "))).append(" |\n"));
        return text.append("\n## Records, on their own side\n\n").append(ways).append("\n## Pages of a side\n\n").append(lists).toString();
    }

    private static String table(Map<String, Map<String, Set<Role>>> found, List<String> columns, Map<Set<Role>, String> letters) {
        StringBuilder text = new StringBuilder("| Way | ").append(String.join(" | ", columns)).append(" |\n|---|").append("---|".repeat(columns.size())).append('\n');
        found.forEach((way, cells) -> text.append("| `").append(way).append("` | ").append(columns.stream().map(column -> !cells.containsKey(column) ? "" : cells.get(column).isEmpty() ? "–"
                : letters.computeIfAbsent(cells.get(column), roles -> letter(letters.size()))).collect(Collectors.joining(" | "))).append(" |\n"));
        return text.toString();
    }

    private static String letter(int number) {
        return number < 26 ? String.valueOf((char) ('A' + number)) : "A" + (char) ('A' + number - 26);
    }

    private static Set<Role> both(Set<Role> some, Set<Role> others) {
        Set<Role> all = EnumSet.noneOf(Role.class);
        all.addAll(some);
        all.addAll(others);
        return all;
    }

    private static String named(@Nullable Side side) {
        return side == null ? NO_SIDE : side == Side.SUPPORT ? "support" : "change";
    }
}
