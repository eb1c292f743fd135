package org.alongside.evaluation;

import java.time.YearMonth;
import java.util.List;

/** What people did after a course, as numbers of referrals. Whoever knows which agencies came and who refers says it here. */
public interface Behaviour {
    /** Referrals by professionals of the agencies whose people came. @param after from the month of the first course on */
    record Month(YearMonth month, int referrals, boolean after) {}

    /** Each month in its order, those without a referral too; nothing when nobody knows. */
    List<Month> of(EvaluationId evaluation);
}
