package org.alongside.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.alongside.access.OrganisationId;
import org.alongside.directory.Directory;
import org.alongside.directory.Listing;
import org.alongside.directory.Shown;
import org.alongside.shared.NotFound;
import org.alongside.ui.Frames;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One service, with everything that is known about it and what is not. */
@Controller
class ServiceController {

    private final Directory directory;
    private final Frames frames;
    private final List<Shown> shown;

    ServiceController(Directory directory, Frames frames, List<Shown> shown) {
        this.directory = directory;
        this.frames = frames;
        this.shown = shown;
    }

    @GetMapping("/services/{id}")
    String show(@PathVariable UUID id, HttpServletRequest request, Model model) {
        Listing listing = directory.service(id).orElseThrow(NotFound::new);
        model.addAttribute("page", listing);
        OrganisationId house = listing.receiver();
        model.addAttribute("shown", house == null ? List.of() : shown.stream().flatMap(one -> one.beside(house, frames.of(request)).stream()).toList());
        return "directory/web/service";
    }
}
