package org.alongside.involvement.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.involvement.GroupMeeting;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.shared.TypedDate;
import org.jspecify.annotations.Nullable;

/** A meeting, as typed. */
record MeetingForm(@Nullable String once, @Nullable TypedDate on, @Nullable String agenda, @Nullable String accessNeeds, @Nullable String said, @Nullable String support, @Nullable List<String> came, @Nullable String revision) {
    private static final int AGENDA = 2000, WORDS = 10_000;

    record Read(LocalDate on, GroupMeeting.Words words, Set<UUID> came) {}

    MeetingForm {
        on = on == null ? TypedDate.NONE : on;
        came = came == null ? List.of() : came;
    }

    static MeetingForm empty() {
        return new MeetingForm(UUID.randomUUID().toString(), null, null, null, null, null, null, null);
    }

    static MeetingForm of(GroupMeeting meeting) {
        GroupMeeting.Words words = meeting.words();
        return new MeetingForm(null, TypedDate.of(meeting.on()), words.agenda(), words.accessNeeds(), words.said(), words.support(), meeting.came().stream().map(UUID::toString).toList(), String.valueOf(meeting.revision()));
    }

    Optional<Read> read(Problems problems) {
        LocalDate day = on.needed("on", "Enter the day", problems).orElse(null);
        String about = Typed.wordsNeeded(agenda, "agenda", AGENDA, "Say what it is about", problems);
        GroupMeeting.Words words = new GroupMeeting.Words(about == null ? "" : about, Typed.fitting(accessNeeds, "accessNeeds", AGENDA, problems), Typed.fitting(said, "said", WORDS, problems), Typed.fitting(support, "support", AGENDA, problems));
        return day == null || about == null || !problems.isEmpty() ? Optional.empty() : Optional.of(new Read(day, words, came.stream().map(Typed::id).collect(Collectors.toSet())));
    }
}
