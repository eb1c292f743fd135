package org.alongside.organisations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PasswordRulesTests {
    private static final List<String> KNOWN = List.of("mina@harbour.example", "Mina Okafor", "Harbour House");

    @Test
    void a_long_uncommon_password_is_good_whatever_it_is_made_of() {
        for (String good : List.of("seven quiet herons", "correcthorsebattery", "tygfr-87-wmpq", "ÄpfelÜberallRegen", "雨雨山川田中猫犬魚鳥花木", "rain rain go away now")) {
            assertThat(PasswordRules.problem(good, KNOWN)).as(good).isEmpty();
        }
    }

    @Test
    void a_short_one_a_common_one_and_a_row_of_keys_are_not() {
        for (String weak : List.of("elevenchars", "", "Password1234!", "P4ssw0rd2026!!", "qwertyuiop123", "aaaaaaaaaaaa", "123456789012", "abcdefghijkl", "abcabcabcabc", "LetMeIn123456", "Welcome2026!!", "liverpool12345", "x".repeat(201))) {
            assertThat(PasswordRules.problem(weak, KNOWN)).as(weak).isPresent();
        }
    }

    @Test
    void what_somebody_who_knows_you_would_try_first_is_not_good_either() {
        for (String known : List.of("mina@harbour.example", "MinaOkafor2026", "harbour-house-1", "HarbourHouse!!")) {
            assertThat(PasswordRules.problem(known, KNOWN)).as(known).isPresent();
        }
    }
}
