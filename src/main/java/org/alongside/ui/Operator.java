package org.alongside.ui;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the service that runs this copy has decided: its own neutral name, where "Exit this page" leads, and whether this is a demo or a
 * practice copy.
 */
@ConfigurationProperties("alongside")
record Operator(
        // Safety: the shown name says nothing about abuse, so a glance at the screen or the tab gives nobody away.
        @DefaultValue("Local support") String serviceName,
        @DefaultValue("https://www.bbc.co.uk/weather") String exitTo,
        boolean practice,
        boolean demo) {}
