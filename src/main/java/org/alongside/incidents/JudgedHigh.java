package org.alongside.incidents;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.alongside.casework.CaseId;

/** A room below that knows the days on which the danger to a client was judged high, or heard by several agencies: from them a repeat is counted. */
public interface JudgedHigh {
    /** The days, in any order. @param cases of one client, each there for whoever asks */
    List<LocalDate> of(Collection<CaseId> cases);
}
