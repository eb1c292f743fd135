package org.alongside.letters;

import java.util.Set;
import java.util.UUID;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.casework.DemoCases;
import org.alongside.disclosure.Because;
import org.alongside.disclosure.Field;
import org.alongside.organisations.DemoWorkers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A letter to Sofia's housing team, finished. */
@Component
class DemoLetters implements DemoTown {
    private final Letters letters;
    private final TransactionTemplate transaction;

    DemoLetters(Letters letters, TransactionTemplate transaction) {
        this.letters = letters;
        this.transaction = transaction;
    }

    @Override
    public int order() {
        return 69;
    }

    @Override
    public void plant() {
        Actor.Worker mina = DemoWorkers.at(MINA_SUPPORT_WORKER);
        UUID letter = UUID.randomUUID();
        Acting.as(mina, () -> transaction.executeWithoutResult(status -> {
            letters.begin(DemoCases.SOFIA, new Letters.NewLetter(letter, "housing", "The duty officer", "Town housing desk\nTown Hall\nWestermouth", Set.of(Field.NAME, Field.SERVICE, Field.RISK_LEVEL, Field.LANGUAGE), Because.THEY_AGREED), mina);
            letters.finish(DemoCases.SOFIA, letter, 0, letters.one(DemoCases.SOFIA, letter).body(), mina);
        }));
    }
}
