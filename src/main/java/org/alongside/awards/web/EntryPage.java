package org.alongside.awards.web;

import java.time.LocalDate;
import org.alongside.awards.Award;
import org.alongside.awards.Level;
import org.alongside.awards.Standing;
import org.alongside.ui.Frame;

/** @param address where it can be checked */
record EntryPage(Award award, String title, LocalDate today, String address) {
    Standing standing() {
        return award.on(today);
    }

    boolean stands() {
        return standing() == Standing.STANDS;
    }

    boolean hasCertificate() {
        return stands() && award.level() != Level.SELF_ASSESSED;
    }

    String level(Frame frame) {
        return frame.say("awards.level." + award.level().key(), award.level() == Level.AWARDED ? award.body() : award.level() == Level.LOOKED_AT ? award.organisationName() : "");
    }
}
