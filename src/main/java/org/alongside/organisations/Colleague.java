package org.alongside.organisations;

import java.util.Set;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.shared.Side;
import org.jspecify.annotations.Nullable;

/** Somebody who works here today. With no side they see no person. */
public record Colleague(WorkerId id, String name, @Nullable Side side, Set<Role> roles) {
    public boolean is(Role role) {
        return roles.contains(role);
    }
}
