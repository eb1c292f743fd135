package org.alongside.supervision.web;

import java.util.List;
import java.util.UUID;
import org.alongside.casework.OwnWork;
import org.alongside.shared.Problems;
import org.alongside.supervision.Meeting;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;

/** One meeting. @param carried the worker's open cases, for the supervisor who writes @param caseId which case a decision was typed about, and its words */
record MeetingPage(Meeting meeting, String worker, String supervisor, boolean supervises, boolean answers, MeetingForm form, List<Decided> decisions, List<OwnWork.Carried> carried, String once, @Nullable String caseId, @Nullable String decided,
        @Nullable String answer, Problems problems) {
    record Decided(UUID caseId, String reference, String words) {}

    String path() {
        return "/desk/supervision/" + meeting.id();
    }

    boolean writes() {
        return supervises && meeting.isDraft();
    }

    List<Option> cases() {
        return carried.stream().map(one -> new Option(one.id().id().toString(), one.client() + ", " + one.reference())).toList();
    }
}
