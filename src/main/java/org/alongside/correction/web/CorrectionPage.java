package org.alongside.correction.web;

import java.util.List;
import org.alongside.casework.WrongSide;
import org.alongside.correction.Arrival;
import org.alongside.correction.Move;
import org.alongside.correction.RefusedBecause;
import org.alongside.shared.Problems;
import org.alongside.shared.Side;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;

/** One move, from one side. */
sealed interface CorrectionPage {
    /** From the side where somebody was written down. @param before who had the case; null when nobody had @param held their cases here */
    record Away(Move move, String name, String by, @Nullable String undoneBy, boolean mayBeUndone, List<WrongSide.Held> held, @Nullable String before, @Nullable String why, Problems problems) implements CorrectionPage {
        List<Move.Followed> lost() {
            return move.followed().stream().filter(one -> !one.comesBack()).toList();
        }

        boolean undone() {
            return move.undoneBy() != null;
        }
    }

    /** From the side that takes them on. @param workers who can be given the case */
    record Here(Arrival arrival, String name, @Nullable String by, List<Option> workers, String once, @Nullable String because, @Nullable String words, Problems problems) implements CorrectionPage {
        boolean support() {
            return arrival.to() == Side.SUPPORT;
        }

        List<Option> reasons() {
            return Option.of(RefusedBecause.values());
        }
    }
}
