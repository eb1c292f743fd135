package org.alongside.referral;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.util.LinkedHashMap;
import java.util.Map;
import org.alongside.World;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Somebody at a browser: keeps cookies, follows one redirect after a POST, sees pages. */
public class Visitor {
    private final MockMvc mvc;
    private final Map<String, Cookie> cookies = new LinkedHashMap<>();
    public String at = "";
    public Document page = new Document("");
    public MockHttpServletResponse last = new MockHttpServletResponse();

    public Visitor(MockMvc mvc) {
        this.mvc = mvc;
    }

    public Document see(String path) throws Exception {
        MockHttpServletResponse answer = perform(get(path));
        for (int hops = 0; answer.getRedirectedUrl() != null && hops < 5; hops++) {
            path = answer.getRedirectedUrl();
            answer = perform(get(path));
        }
        at = path;
        page = Jsoup.parse(answer.getContentAsString());
        return page;
    }

    /** Sends fields (name, value, name, value ...) and follows the redirect. */
    public Document send(String path, String... fields) throws Exception {
        MockHttpServletRequestBuilder request = post(path);
        for (int i = 0; i < fields.length; i += 2) request.param(fields[i], fields[i + 1]);
        MockHttpServletResponse answer = perform(request);
        // Also a wrong answer is redirected, so that no body stays on the device.
        if (answer.getStatus() != 302 && answer.getStatus() != 303) throw new AssertionError(path + " answered " + answer.getStatus());
        return see(answer.getRedirectedUrl());
    }

    public Visitor begin(Asking asking) throws Exception {
        send("/refer", "asking", asking.name());
        return this;
    }

    public String cookie(String name) {
        return cookies.containsKey(name) ? cookies.get(name).getValue() : null;
    }

    public void hold(String name, String value) {
        cookies.put(name, new Cookie(name, value));
    }

    private MockHttpServletResponse perform(MockHttpServletRequestBuilder request) throws Exception {
        if (!cookies.isEmpty()) request.cookie(cookies.values().toArray(Cookie[]::new));
        last = mvc.perform(request.with(World.sameSite())).andReturn().getResponse();
        for (Cookie cookie : last.getCookies()) {
            if (cookie.getMaxAge() == 0) cookies.remove(cookie.getName());
            else cookies.put(cookie.getName(), cookie);
        }
        return last;
    }
}
