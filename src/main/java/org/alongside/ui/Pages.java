package org.alongside.ui;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Finds and renders compiled pages: a view's name is its page's path under src/main/jte. */
@Component
class Pages implements ViewResolver, Ordered {
    private static final String HTML = "text/html;charset=UTF-8";
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.alongside");
    private final Frames frames;

    Pages(Frames frames) {
        this.frames = frames;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        return engine.hasTemplate(name + ".jte") ? new Page(name + ".jte") : null;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    /** Renders a page whole before any of it is sent, so that a page that fails becomes a calm error page and not half a page. */
    Utf8ByteOutput render(String template, Map<String, ?> facts, Frame frame) {
        Map<String, Object> given = new HashMap<>(facts);
        given.put("frame", frame);
        Utf8ByteOutput page = new Utf8ByteOutput();
        Said.in(frame, () -> engine.render(template, given, page));
        return page;
    }

    private final class Page implements View {
        private final String template;

        Page(String template) {
            this.template = template;
        }

        @Override
        public String getContentType() {
            return HTML;
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) throws IOException {
            Map<String, ?> facts = model == null ? Map.of() : model;
            Frame frame = facts.get("frame") instanceof Frame given ? given : frames.of(request);
            Utf8ByteOutput page = Pages.this.render(template, facts, frame);
            response.setLocale(frame.language());
            response.setContentType(HTML);
            response.setContentLength(page.getContentLength());
            page.writeTo(response.getOutputStream());
        }
    }
}
