package org.alongside.ui;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where a page of ours is found from outside, as it stands on paper, in a text message and in a square for a camera. */
@Component
public class PublicAddress {
    private final String start;

    PublicAddress(@Value("${alongside.public-url:}") String start) {
        this.start = start.replaceFirst("/+$", "");
    }

    /** Where nobody set an address, the one by which this page was asked for. */
    public String of(String path, HttpServletRequest request) {
        return (start.isBlank() ? here(request) : start) + path;
    }

    private static String here(HttpServletRequest request) {
        int port = request.getServerPort();
        return request.getScheme() + "://" + request.getServerName() + (port == 80 || port == 443 ? "" : ":" + port);
    }
}
