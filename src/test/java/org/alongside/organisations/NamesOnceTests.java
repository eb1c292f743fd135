package org.alongside.organisations;

import static org.assertj.core.api.Assertions.assertThat;

import org.alongside.AlongsideTest;
import org.alongside.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@AlongsideTest
class NamesOnceTests {
    @Autowired World world;
    @Autowired Organisations organisations;
    @Autowired TransactionTemplate transaction;

    @Test
    void names_read_for_one_organisation_are_gone_when_the_next_one_asks() {
        String ours = world.as(World.MINA, () -> transaction.execute(status -> organisations.nameOf(World.MINA.worker()) + ", " + organisations.nameOf(World.TOM.worker())));
        String theirs = world.as(World.ASH, () -> transaction.execute(status -> organisations.nameOf(World.TOM.worker())));

        assertThat(ours).isEqualTo("Mina Okafor, Tom Reyes");
        assertThat(theirs).isEqualTo("A former colleague");
    }
}
