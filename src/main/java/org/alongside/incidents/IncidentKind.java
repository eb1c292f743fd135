package org.alongside.incidents;

import org.alongside.shared.Worded;

/** What was done. */
public enum IncidentKind implements Worded {
    PHYSICAL("Hurt or attacked"),
    NECK("Pressure on the neck"),
    SEXUAL("Something sexual that was not wanted"),
    THREATS("Threatened"),
    CONTROL("Controlled or kept in"),
    STALKING("Followed or watched"),
    CONTACT("Contacted against their will"),
    ONLINE("By phone, online or devices"),
    MONEY("Money, work or the home"),
    PROPERTY("Things or pets damaged or hurt"),
    CHILDREN("Through the children"),
    HONOUR("By family or community"),
    ORDER_BROKEN("An order was broken"),
    OTHER("Something else");

    private final String words;

    IncidentKind(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
