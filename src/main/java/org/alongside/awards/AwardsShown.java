package org.alongside.awards;

import java.time.Clock;
import java.util.List;
import org.alongside.access.OrganisationId;
import org.alongside.directory.Shown;
import org.alongside.shared.Times;
import org.alongside.standards.Standards;
import org.alongside.ui.Frame;
import org.springframework.stereotype.Component;

/** What stands today, beside a service in the directory. */
@Component
class AwardsShown implements Shown {
    private final PublicRegister register;
    private final Standards standards;
    private final Clock clock;

    AwardsShown(PublicRegister register, Standards standards, Clock clock) {
        this.register = register;
        this.standards = standards;
        this.clock = clock;
    }

    @Override
    public List<Line> beside(OrganisationId organisation, Frame frame) {
        return register.of(organisation, Times.day(clock.instant())).stream().map(one -> new Line(frame.say("awards.beside." + one.level().key(), standards.title(one.standard(), one.version()),
                one.by(), frame.day(one.until())), "/standards/register/" + one.code())).toList();
    }
}
