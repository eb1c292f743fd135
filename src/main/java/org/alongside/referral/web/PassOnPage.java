package org.alongside.referral.web;

import java.util.List;
import org.alongside.organisations.Receiving;
import org.alongside.shared.Problems;
import org.alongside.shared.Times;
import org.alongside.ui.Option;

record PassOnPage(ReferralPage referral, PassOnForm form, Problems problems, List<Receiving> elsewhere) {
    List<Option> organisations() {
        return elsewhere.stream().map(to -> new Option(to.id().id().toString(), to.publicName(), "Next read on " + Times.say(to.nextRead()))).toList();
    }

    List<Option> bases() {
        return PassOnForm.BASES;
    }

    /** Only the parts that hold something. */
    List<Option> parts() {
        return referral.blocks().stream().map(block -> new Option(block.part().name(), block.part().words())).toList();
    }
}
