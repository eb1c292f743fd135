package org.alongside.programme.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.casework.CaseLooks;
import org.alongside.instruments.AnswerSheet;
import org.alongside.instruments.Response;
import org.alongside.instruments.Signal;
import org.alongside.organisations.Organisations;
import org.alongside.programme.Sheet;
import org.alongside.programme.Sheets;
import org.alongside.programme.Suitabilities;
import org.alongside.programme.Suitability;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class SheetPages {
    private final CaseLooks looks;
    private final Sheets sheets;
    private final Suitabilities suitabilities;
    private final Organisations organisations;

    SheetPages(CaseLooks looks, Sheets sheets, Suitabilities suitabilities, Organisations organisations) {
        this.looks = looks;
        this.sheets = sheets;
        this.suitabilities = suitabilities;
        this.organisations = organisations;
    }

    /**
     * One sheet, being written or finished.
     *
     * @param by who wrote it down
     * @param before the same set the time before and {@code beforeSaid} its day
     * @param theirs what a colleague saved while this was being written
     * @param decided what was decided after it; null while nobody did, or for a plan @param mayAgree whether whoever looks may be the second person
     */
    record One(UUID caseId, String who, boolean closed, Sheet sheet, String by, AnswerSheet answers, int revision, @Nullable AnswerSheet before, @Nullable String beforeSaid, @Nullable AnswerSheet theirs, @Nullable Suitability decided, String decidedBy,
            String agreedBy, boolean mayAgree, Map<String, String> typed, Problems problems) {
        String path() {
            return "/desk/cases/" + caseId + "/programme/sheets/" + sheet.id();
        }

        boolean asksForDecision() {
            return sheet.key().equals(Sheets.SUITABILITY) && decided == null && !closed;
        }

        List<Signal> signals() {
            return answers.signals();
        }
    }

    One one(UUID caseId, UUID id, Map<String, String> typed, Problems problems, Actor.Worker me) {
        return page(caseId, id, null, 0, null, typed, problems, me);
    }

    /** A draft as it was typed. */
    One typed(UUID caseId, UUID id, AnswerSheet answers, int revision, @Nullable Response theirs, Problems problems, Actor.Worker me) {
        return page(caseId, id, answers, revision, theirs == null ? null : theirs.sheet(), Map.of(), problems, me);
    }

    private One page(UUID caseId, UUID id, @Nullable AnswerSheet answers, int revision, @Nullable AnswerSheet theirs, Map<String, String> typed, Problems problems, Actor.Worker me) {
        CaseLooks.Look look = looks.lookProgramme(caseId);
        List<Sheet> all = sheets.of(look.id());
        Sheet sheet = all.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(() -> new NotFound("sheet", id));
        Stream<Sheet> older = all.stream().filter(one -> !one.isDraft() && one.key().equals(sheet.key()) && one.begunAt().isBefore(sheet.begunAt()));
        Sheet before = older.findFirst().orElse(null);
        Suitability decided = sheet.isDraft() ? null : suitabilities.of(look.id()).stream().filter(one -> one.sheet().equals(id)).findFirst().orElse(null);
        boolean mayAgree = decided != null && decided.waitsForSecond() && !decided.by().equals(me.worker()) && (me.is(Role.MANAGER) || me.is(Role.SAFEGUARDING_LEAD));
        return new One(caseId, look.who(), look.facts().isClosed(), sheet, organisations.nameOf(sheet.by()), answers == null ? sheet.answers().sheet() : answers, answers == null ? sheet.answers().revision() : revision,
                before == null ? null : before.answers().sheet(), before == null ? null : Times.say(Times.day(before.begunAt())), theirs, decided, decided == null ? "" : organisations.nameOf(decided.by()),
                decided == null || decided.agreedBy() == null ? "" : organisations.nameOf(decided.agreedBy()), mayAgree, typed, problems);
    }
}
