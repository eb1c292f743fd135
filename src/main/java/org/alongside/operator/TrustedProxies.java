package org.alongside.operator;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.catalina.util.NetMask;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** The proxies, and no others, whose word is taken for where a request came from. Addresses and networks (10.0.0.0/8), separated by commas. */
record TrustedProxies(String list) {

    static Optional<TrustedProxies> from(String text) {
        if (text.isBlank()) return Optional.empty();
        Stream.of(text.split(",", -1)).map(String::strip).forEach(TrustedProxies::check);
        return Optional.of(new TrustedProxies(text.replace(" ", "")));
    }

    private static void check(String proxy) {
        try {
            // Safety: only written-out addresses; a name could be made to point anywhere.
            if (!proxy.matches("[0-9a-fA-F.:]+(/\\d+)?")) throw new IllegalArgumentException();
            new NetMask(proxy);
        } catch (IllegalArgumentException odd) {
            throw new CannotStart("TRUSTED_PROXIES must be addresses or networks such as 192.0.2.7 or 10.0.0.0/8, separated by commas, not " + proxy);
        }
    }

    void use(ConfigurableEnvironment environment) {
        environment.getPropertySources().addFirst(new MapPropertySource("trusted-proxies", Map.of(
                "server.forward-headers-strategy", "native",
                "server.tomcat.remoteip.internal-proxies", list,
                "server.tomcat.remoteip.remote-ip-header", "x-forwarded-for",
                "server.tomcat.remoteip.protocol-header", "x-forwarded-proto")));
    }
}
