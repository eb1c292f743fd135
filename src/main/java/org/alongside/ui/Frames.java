package org.alongside.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Makes the frame for each request. */
@Component
public class Frames {
    private final Words words;
    private final Operator operator;
    private final Clock clock;
    private final ObjectProvider<WhoIsSignedIn> whoIsSignedIn;
    private final List<DeskLink> links;

    Frames(Words words, Operator operator, Clock clock, ObjectProvider<WhoIsSignedIn> whoIsSignedIn, ObjectProvider<DeskLink> links) {
        this.words = words;
        this.operator = operator;
        this.clock = clock;
        this.whoIsSignedIn = whoIsSignedIn;
        this.links = links.stream().sorted(Comparator.comparingInt(DeskLink::order)).toList();
    }

    /** The frame for this request, its worker included when the page is a desk page. */
    public Frame of(HttpServletRequest request) {
        // Safety: public pages never ask who is signed in, so they neither touch a session nor need the database.
        return frame(request, Welsh.isDesk(Welsh.path(request)) ? worker(request) : null);
    }

    /** A frame for nobody in particular, for pages that must show while everything else is broken. */
    public Frame ofNobody(HttpServletRequest request) {
        return frame(request, null);
    }

    /** For nobody in particular too, in a language that was chosen for what is made rather than for the page it is asked for on. */
    public Frame in(boolean welsh, HttpServletRequest request) {
        return new Frame(words, operator, clock.instant(), Welsh.path(request), welsh, null, null, links);
    }

    private Frame frame(HttpServletRequest request, @Nullable SignedIn worker) {
        return new Frame(words, operator, clock.instant(), Welsh.path(request), Welsh.isAsked(request), worker, notice(request), links);
    }

    private @Nullable SignedIn worker(HttpServletRequest request) {
        return whoIsSignedIn.stream().flatMap(signIn -> signIn.current(request).stream()).findFirst().orElse(null);
    }

    private static @Nullable String notice(HttpServletRequest request) {
        Map<String, ?> flash = RequestContextUtils.getInputFlashMap(request);
        return flash != null && flash.get(Frame.NOTICE) instanceof String notice ? notice : null;
    }
}
