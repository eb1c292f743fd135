package org.alongside.organisations.web;

import java.util.List;
import java.util.stream.Collectors;
import org.alongside.access.Role;
import org.alongside.organisations.Colleague;
import org.alongside.organisations.TeamInboxes;
import org.jspecify.annotations.Nullable;

/** @param inboxes empty for a manager */
record TeamPage(List<Line> lines, List<TeamInboxes.Inbox> inboxes) {
    /** @param change the page on which the reader may change this colleague's place, or null */
    record Line(String name, String roles, String side, @Nullable String change) {
        static Line of(Colleague colleague, boolean mayChange) {
            return new Line(colleague.name(), colleague.roles().stream().sorted().map(Role::words).collect(Collectors.joining(", ")),
                    Sides.words(colleague.side()), mayChange ? "/desk/team/" + colleague.id().id() : null);
        }
    }
}
