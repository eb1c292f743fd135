package org.alongside.ui;

import java.util.List;
import org.alongside.shared.Side;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the desk's navigation. A module offers its own as a bean: {@code @Bean DeskLink inbox() { return new DeskLink(10, "/desk/inbox", "Inbox").behindTheWall(); }}.
 * It is shown, lowest order first, to workers with any of the roles, or to every worker when no role is named; on one side only, when a side is. Of rooms behind the wall nothing is shown to whoever works on neither side.
 * What a worker opens many times a day (order under 50) stands in front; lists of a team (50 to 69) and what leads and managers see to (70 to 94) lie in drawers.
 */
public record DeskLink(int order, String path, String text, @Nullable Side side, boolean isBehindTheWall, List<String> roles) {
    public DeskLink(int order, String path, String text, String... roles) {
        this(order, path, text, null, false, List.of(roles));
    }

    /** The same for work that only this side does. */
    public DeskLink only(Side its) {
        return new DeskLink(order, path, text, its, true, roles);
    }

    /** The same for a room of which each side has its own part. */
    public DeskLink behindTheWall() {
        return new DeskLink(order, path, text, side, true, roles);
    }

    @Nullable String drawer() {
        return order < 50 || order >= 95 ? null : order < 70 ? "Lists" : "Office";
    }

    boolean isFor(SignedIn worker) {
        return (!isBehindTheWall || !worker.side().isEmpty()) && (side == null || side.name().equals(worker.side())) && (roles.isEmpty() || roles.stream().anyMatch(worker.roles()::contains));
    }

    boolean leadsTo(String here) {
        return here.equals(path) || here.startsWith(path + "/");
    }
}
