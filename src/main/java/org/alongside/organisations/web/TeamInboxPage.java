package org.alongside.organisations.web;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.alongside.organisations.TeamInboxes.Inbox;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;

record TeamInboxPage(Inbox inbox, TeamInboxForm form, Problems problems) {
    public List<Option> days() {
        return Stream.of(DayOfWeek.values()).map(day -> new Option(day.name(), day.getDisplayName(TextStyle.FULL, Locale.UK))).toList();
    }
}
