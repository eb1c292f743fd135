package org.alongside.organisations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.alongside.Alongside;
import org.alongside.TestDatabase;
import org.alongside.operator.HouseSettings;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** An empty house, as bin/start --no-demo leaves it, on a database of its own. */
@ExtendWith(OutputCaptureExtension.class)
class FirstAdministratorTests {
    private final HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NORMAL).build();

    @Test
    void the_printed_link_lets_the_first_administrator_in_once_and_only_with_a_second_factor(CapturedOutput output) throws Exception {
        TestDatabase.started().recreate("alongside_empty");
        try (ConfigurableApplicationContext house = start()) {
            String link = link(output);
            assertThat(get(link).body()).contains("Begin with your organisation");
            assertThat(get(link + "x").statusCode()).isEqualTo(404);
            assertThat(post(link, Map.of("organisation", "Riverside", "email", "nowhere")).body()).contains("Choose what your organisation does", "Enter your name", "Riverside");

            String begun = post(link, Map.of("organisation", "Riverside", "kind", "BOTH_SIDES", "name", "Pat Lowe", "email", "pat@riverside.example", "password", "seven quiet herons")).body();
            assertThat(begun).contains("Set up one-time codes");
            String desk = URI.create(link).resolve("/desk/team").toString();
            assertThat(get(desk).body()).contains("Sign in").doesNotContain("Pat Lowe");

            byte[] secret = Base32.decode(begun.replaceAll("(?s).*>((?:[A-Z2-7]{4} ){7}[A-Z2-7]{4})<.*", "$1").replace(" ", ""));
            post(URI.create(link).resolve("/desk/account/second-factor").toString(), Map.of("code", SecondFactors.code(secret, System.currentTimeMillis() / 30_000)));
            assertThat(get(desk).body()).contains("Pat Lowe", "Administrator", "Behaviour-change team", "Closed: nobody can refer here");
            assertThat(get(link).statusCode()).isEqualTo(404);
            assertThat(post(URI.create(link).resolve("/desk/sign-in").toString(), Map.of("email", "mina@harbour.example", "password", DemoWorkers.PASSWORD)).body()).contains("not right");
        }
    }

    private static ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Alongside.class).initializers(context -> {
            context.getBeanFactory().registerSingleton("seal", TestDatabase.SEAL);
            HouseSettings.use(context.getEnvironment(), TestDatabase.started().app("alongside_empty"), TestDatabase.started().owner("alongside_empty"));
        }).run("--server.port=0", "--management.server.port=0", "--db-scheduler.enabled=false", "--alongside.demo=false");
    }

    private static String link(CapturedOutput output) {
        Matcher printed = Pattern.compile("http://localhost:\\d+/desk/first-administrator/[0-9a-f]{40}").matcher(output.getOut());
        assertThat(printed.find()).isTrue();
        return printed.group();
    }

    private HttpResponse<String> get(String address) throws Exception {
        return browser.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String address, Map<String, String> form) throws Exception {
        String body = form.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        return browser.send(HttpRequest.newBuilder(URI.create(address)).header("Sec-Fetch-Site", "same-origin").header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
