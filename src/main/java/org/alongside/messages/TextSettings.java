package org.alongside.messages;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How texts leave.
 *
 * @param driver none, file or smpp
 * @param folder where the file driver writes
 * @param from what the receiving phone shows as the sender: a number of the service, or at most eleven letters that say nothing about abuse
 */
@ConfigurationProperties("alongside.texts")
record TextSettings(@DefaultValue("none") Driver driver, @DefaultValue(".data/texts") String folder, @DefaultValue("Local") String from, @Nullable Smpp smpp) {
    enum Driver { NONE, FILE, SMPP }

    /** The operator's gateway. @param tls only an operator inside one's own network is spoken to without */
    record Smpp(String host, @DefaultValue("3550") int port, String systemId, String password, @DefaultValue("true") boolean tls) {}
}
