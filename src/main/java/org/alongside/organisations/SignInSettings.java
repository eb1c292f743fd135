package org.alongside.organisations;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** How long a session lasts: {@code alongside.sign-in.idle} without a click, {@code alongside.sign-in.absolute} in any case. */
@Validated
@ConfigurationProperties("alongside.sign-in")
public record SignInSettings(
        @DefaultValue("15m") @NotNull @DurationMin(minutes = 1) @DurationMax(hours = 1) Duration idle,
        @DefaultValue("10h") @NotNull @DurationMin(minutes = 5) @DurationMax(hours = 24) Duration absolute) {}
