package org.alongside.orders;

import org.alongside.shared.Worded;

/** What kind of order, and what follows when it is broken. Law of England and Wales unless the name says otherwise. */
public enum OrderKind implements Worded {
    NON_MOLESTATION("Non-molestation order", Breach.CRIME),
    OCCUPATION("Occupation order", Breach.COURT_UNLESS_ARREST),
    POLICE_NOTICE("Protection notice (police)", Breach.ARREST),
    POLICE_ORDER("Domestic violence protection order", Breach.ARREST),
    DOMESTIC_ABUSE("Domestic abuse protection order", Breach.CRIME),
    RESTRAINING("Restraining order", Breach.CRIME),
    STALKING("Stalking protection order", Breach.CRIME),
    FORCED_MARRIAGE("Forced marriage protection order", Breach.CRIME),
    FGM("FGM protection order", Breach.CRIME),
    PROHIBITED_STEPS("Prohibited steps order", Breach.COURT),
    CHILD_ARRANGEMENTS("Child arrangements order", Breach.COURT),
    BAIL("Bail conditions", Breach.ARREST),
    LICENCE("Licence after prison", Breach.RECALL),
    UNDERTAKING("Undertaking to a court", Breach.COURT),
    INTERDICT("Interdict or injunction (Scotland, Northern Ireland)", Breach.ASK),
    OTHER("Another order", Breach.ASK);

    private enum Breach {
        CRIME("Breaking it is a crime: the police can arrest. In danger, 999."),
        ARREST("The police can arrest whoever breaks it. In danger, 999."),
        RECALL("Breaking it can mean going back to prison: tell probation, and the police in danger."),
        COURT("Breaking it is for the court that made it: a solicitor can say how. In danger, 999 all the same."),
        COURT_UNLESS_ARREST("Breaking it is for the court, unless a power of arrest is attached: then the police can arrest. In danger, 999."),
        ASK("Ask a solicitor or the police what follows when it is broken. In danger, 999.");

        private final String words;

        Breach(String words) {
            this.words = words;
        }
    }

    private final String words;
    private final Breach breach;

    OrderKind(String words, Breach breach) {
        this.words = words;
        this.breach = breach;
    }

    @Override
    public String words() {
        return words;
    }

    /** Whether it stands for somebody being held, or watched instead. */
    boolean isCustody() {
        return this == BAIL || this == LICENCE;
    }

    /** What follows when it is broken, in a sentence for a worker. */
    public String breach() {
        return breach.words;
    }
}
