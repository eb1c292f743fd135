package org.alongside.organisations.web;

import jakarta.servlet.http.HttpServletRequest;
import org.alongside.access.Actor;
import org.alongside.ui.DeskLink;
import org.alongside.ui.Frame;
import org.alongside.ui.Frames;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page after signing in: the first room of the desk that is this worker's. */
@Controller
class StartController {
    private final Frames frames;

    StartController(Frames frames) {
        this.frames = frames;
    }

    @GetMapping("/desk")
    String start(Actor.Worker me, HttpServletRequest request) {
        Frame frame = frames.of(request);
        return "redirect:" + frame.drawers().stream().flatMap(drawer -> drawer.links().stream()).findFirst().map(DeskLink::path).orElse("/desk/account");
    }
}
