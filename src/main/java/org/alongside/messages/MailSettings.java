package org.alongside.messages;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this service's mail looks from outside.
 *
 * @param mailFrom the sender's address; its domain must say nothing about abuse
 * @param serviceName the neutral name beside it
 * @param publicUrl where links in mail lead, without a slash at the end
 */
@ConfigurationProperties("alongside")
record MailSettings(
        // Safety: sender and name say nothing about abuse, in the list of an inbox or on a locked screen.
        @DefaultValue("no-reply@localsupport.example") String mailFrom,
        @DefaultValue("Local support") String serviceName,
        @DefaultValue("http://localhost:8080") String publicUrl,
        boolean practice,
        boolean demo) {}
