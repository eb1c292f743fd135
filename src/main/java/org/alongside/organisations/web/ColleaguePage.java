package org.alongside.organisations.web;

import java.util.List;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.organisations.Colleague;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;

/** @param colleague null for somebody new
 *  @param administrator whether the reader may choose a side and make administrators */
record ColleaguePage(@Nullable Colleague colleague, ColleagueForm form, boolean administrator, Problems problems) {
    static ColleaguePage of(@Nullable Colleague colleague, ColleagueForm form, Actor.Worker me, Problems problems) {
        return new ColleaguePage(colleague, form, me.is(Role.ADMINISTRATOR), problems);
    }

    public List<Option> roles() {
        return Stream.of(Role.values()).filter(role -> administrator || role != Role.ADMINISTRATOR).map(role -> new Option(role.name(), role.words())).toList();
    }

    public List<Option> sides() {
        return administrator ? Sides.CHOICES : Sides.CHOICES.stream().filter(side -> side.value().equals(form.side())).toList();
    }

    public String path() {
        return colleague == null ? "/desk/team/new" : "/desk/team/" + colleague.id().id();
    }
}
