package org.alongside.outcomes;

import org.alongside.casework.CaseId;

/** Knows which cases are those of partners and ex-partners of participants; the room of partner support does. */
public interface PartnerCases {
    boolean isOfPartner(CaseId id);
}
