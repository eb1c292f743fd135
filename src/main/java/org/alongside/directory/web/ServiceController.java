package org.alongside.directory.web;

import java.util.UUID;
import org.alongside.directory.Directory;
import org.alongside.shared.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One service, with everything that is known about it and what is not. */
@Controller
class ServiceController {

    private final Directory directory;

    ServiceController(Directory directory) {
        this.directory = directory;
    }

    @GetMapping("/services/{id}")
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("page", directory.service(id).orElseThrow(NotFound::new));
        return "directory/web/service";
    }
}
