package org.alongside.evaluation;

import java.util.Map;
import java.util.Optional;
import org.alongside.shared.Sector;

/** How many people an evaluation could have heard from. Whoever runs the courses knows, and says it here. */
public interface Reach {
    /** Numbers of people. @param asked invited, as far as that is known; {@code bySector} those who attended, whose sector is known */
    record Reached(int asked, int registered, int attended, Map<Sector, Integer> bySector) {
        public Reached {
            bySector = Map.copyOf(bySector);
        }
    }

    /** Empty when nothing is known. */
    Optional<Reached> of(EvaluationId evaluation);
}
