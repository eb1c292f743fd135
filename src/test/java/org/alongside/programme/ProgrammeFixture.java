package org.alongside.programme;

import java.time.LocalDate;
import java.util.UUID;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.instruments.AnswerSheet;
import org.alongside.instruments.Instruments;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;

/** What has to be there before somebody takes part in a group, beside what is asked of their partners. */
@TestComponent
public class ProgrammeFixture {
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    @Autowired World world;
    @Autowired Sheets sheets;
    @Autowired Suitabilities suitabilities;
    @Autowired Agreements agreements;
    @Autowired Enrolments enrolments;
    @Autowired Instruments instruments;

    /** The talk is had and decided, and the agreement signed: for somebody who waits for a place or has one. */
    public void ready(CaseId id, Actor.Worker me) {
        suits(id, me);
        sign(id, me);
    }

    public void suits(CaseId id, Actor.Worker me) {
        UUID talk = finished(id, Sheets.SUITABILITY, me);
        world.as(me, () -> suitabilities.decide(id, talk, Decision.SUITABLE, "They want to stop.", me));
    }

    public void sign(CaseId id, Actor.Worker me) {
        world.as(me, () -> agreements.sign(enrolments.current(id).orElseThrow(), new Agreements.Signed(UUID.randomUUID(), TODAY, Agreement.Followed.READ, true, ""), me));
    }

    /** A finished sheet of this set. @param answers question and answer by turns */
    public UUID finished(CaseId id, String set, Actor.Worker me, String... answers) {
        return world.as(me, () -> {
            UUID sheet = sheets.begin(id, set, me);
            sheets.finish(id, sheet, 0, AnswerSheet.read(instruments.current(set), name -> {
                for (int i = 0; i < answers.length; i += 2) if (name.equals("a." + answers[i])) return new String[] {answers[i + 1]};
                return null;
            }), me);
            return sheet;
        });
    }
}
