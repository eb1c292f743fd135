package org.alongside.access;

import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Plants the demo town on the first start, once: the mark in the database says that it stands. */
@Component
@Order(0)
@ConditionalOnProperty("alongside.demo")
class DemoPlanting implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(DemoPlanting.class);
    private final List<DemoTown> parts;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    DemoPlanting(ObjectProvider<DemoTown> parts, JdbcClient sql, TransactionTemplate transaction) {
        this.parts = parts.stream().sorted(Comparator.comparingInt(DemoTown::order)).toList();
        this.sql = sql;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        boolean first = Acting.as(new Actor.Installer(), () -> transaction.execute(status ->
                sql.sql("update access.instance set demo_planted_at = now() where demo_planted_at is null").update() == 1));
        if (!first) return;
        parts.forEach(DemoTown::plant);
        LOG.info("Planted the demo town");
    }
}
