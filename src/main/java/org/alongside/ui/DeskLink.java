package org.alongside.ui;

import java.util.List;

/**
 * One entry of the desk's navigation. A module offers its own as a bean: {@code @Bean DeskLink inbox() { return new DeskLink(10, "/desk/inbox", "Inbox"); }}.
 * It is shown, lowest order first, to workers with any of the roles, or to every worker when no role is named.
 */
public record DeskLink(int order, String path, String text, List<String> roles) {
    public DeskLink(int order, String path, String text, String... roles) {
        this(order, path, text, List.of(roles));
    }

    boolean isFor(SignedIn worker) {
        return roles.isEmpty() || roles.stream().anyMatch(worker.roles()::contains);
    }

    boolean leadsTo(String here) {
        return here.equals(path) || here.startsWith(path + "/");
    }
}
