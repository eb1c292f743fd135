package org.alongside.ui.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The one way out of the desk that needs no sign-in. */
@Configuration(proxyBeanMethods = false)
class LeavingDoor {
    @Bean
    @Order(0)
    SecurityFilterChain leaving(HttpSecurity http) throws Exception {
        // Safety: leaving never waits for a sign-in, nor for the database that knows who is signed in.
        return http.securityMatcher("/desk/leave")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf -> csrf.disable())
                .headers(headers -> headers.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .build();
    }
}
