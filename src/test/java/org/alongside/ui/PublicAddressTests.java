package org.alongside.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class PublicAddressTests {
    @Test
    void the_address_that_the_operator_set_stands_on_paper_whoever_asks() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setServerName("evil.example");

        assertThat(new PublicAddress("https://here.example/").of("/services/1", request)).isEqualTo("https://here.example/services/1");
    }

    @Test
    void without_one_it_is_where_the_page_was_asked_for() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setServerPort(8080);

        assertThat(new PublicAddress("").of("/services/1", request)).isEqualTo("http://localhost:8080/services/1");
    }
}
