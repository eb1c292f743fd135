package org.alongside.access;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The time by which the house works. ALONGSIDE_NOW fixes it where nothing is real: in the demo town and in practice. */
@Configuration(proxyBeanMethods = false)
class Clocks {
    @Bean
    Clock clock(@Value("${ALONGSIDE_NOW:}") String now, @Value("${alongside.demo}") boolean demo, @Value("${alongside.practice}") boolean practice) {
        // Safety: with real people in the database, time is never pretended.
        if (now.isBlank() || !(demo || practice)) return Clock.systemUTC();
        return Clock.fixed(Instant.parse(now.strip()), ZoneOffset.UTC);
    }
}
