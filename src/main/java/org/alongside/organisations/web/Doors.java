package org.alongside.organisations.web;

import org.alongside.access.Role;
import org.alongside.organisations.SignInSettings;
import org.alongside.ui.DeskLink;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The two doors of the house: everything under /desk is behind sign-in, everything else is open to anyone and keeps no session. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignInSettings.class)
class Doors {
    /** What somebody needs who is not signed in yet. Each of these checks for itself what it was given. */
    private static final String[] BEFORE = {"/desk/sign-in", "/desk/sign-in/**", "/desk/sign-out", "/desk/leave", "/desk/link/**", "/desk/first-administrator/**",
            "/desk/account/second-factor", "/desk/account/second-factor/picture"};

    @Bean
    DeskLink teamLink() {
        return new DeskLink(90, "/desk/team", "Team", Role.ADMINISTRATOR.name(), Role.MANAGER.name());
    }

    @Bean
    DeskLink accountLink() {
        return new DeskLink(95, "/desk/account", "Your account");
    }

    @Bean
    @Order(1)
    SecurityFilterChain deskDoor(HttpSecurity http, DeskSession session) throws Exception {
        return plain(http.securityMatcher("/desk", "/desk/**"))
                .authorizeHttpRequests(requests -> requests
                        .requestMatchers(BEFORE).permitAll()
                        .anyRequest().access((nobody, asked) -> new AuthorizationDecision(session.of(asked.getRequest()).isPresent())))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint((request, response, refusal) -> response.sendRedirect(ReturnPath.toSignIn(request))))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain openDoor(HttpSecurity http) throws Exception {
        return plain(http).authorizeHttpRequests(requests -> requests.anyRequest().permitAll()).build();
    }

    /** Neither Spring's own session, its forms nor its tokens: DeskSession keeps the session, and ui refuses posts from other sites. */
    private static HttpSecurity plain(HttpSecurity http) throws Exception {
        return http.csrf(csrf -> csrf.disable())
                .headers(headers -> headers.disable())
                .logout(logout -> logout.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable());
    }
}
