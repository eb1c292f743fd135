package org.alongside.awards;

import java.util.List;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.OrganisationId;
import org.alongside.operator.CannotStart;
import org.alongside.operator.HouseCommand;
import org.alongside.organisations.Organisations;
import org.alongside.standards.Standards;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says that a body has made a standard its own. */
@Command(name = "adopt-standard", mixinStandardHelpOptions = true, description = {
        "Says that an organisation in this house has made a standard its own: only what its people decide is called an award. Without it, entries in the register say \"self-assessed\".",
        "Without --by it lists what has been said so far."})
public final class AdoptStandard extends HouseCommand {
    @Parameters(paramLabel = "STANDARD", arity = "0..1", description = "its key, as in /standards/KEY") String standard = "";
    @Option(names = "--by", paramLabel = "NAME", description = "the organisation, as it is called here") String by = "";
    @Option(names = "--called", paramLabel = "NAME", description = "the body as it stands on awards; without it, the organisation's name") String called = "";
    @Option(names = "--end", description = "it is so no longer; what was awarded stays") boolean end;

    @Override
    protected int run(ApplicationContext house) {
        Adoptions adoptions = house.getBean(Adoptions.class);
        if (by.isBlank()) {
            List<Adoptions.Adoption> all = Acting.as(new Actor.Installer(), adoptions::all);
            all.forEach(one -> say(one.body() + ": " + one.standard() + ", since " + one.from()));
            if (all.isEmpty()) say("No body has made a standard its own.");
            return 0;
        }
        if (house.getBean(Standards.class).one(standard).isEmpty()) throw new CannotStart("There is no standard with the key “" + standard + "”");
        Organisations organisations = house.getBean(Organisations.class);
        OrganisationId organisation = Acting.as(new Actor.Installer(), () -> house.getBean(TransactionTemplate.class).execute(status -> organisations.all().stream().filter(id -> organisations.nameOf(id).filter(by::equals).isPresent()).findFirst()
                .orElseThrow(() -> new CannotStart("There is no organisation called “" + by + "” in this house"))));
        boolean changed = Acting.as(new Actor.Installer(), () -> end ? adoptions.end(organisation, standard) : adoptions.adopt(organisation, called.isBlank() ? by : called.strip(), standard));
        say(!changed ? "It was so already: nothing was changed." : end ? "Ended. What was awarded stays." : "Said. From now on what they decide is an award.");
        return 0;
    }
}
