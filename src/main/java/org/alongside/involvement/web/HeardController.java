package org.alongside.involvement.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.OrganisationId;
import org.alongside.involvement.Heard;
import org.alongside.involvement.Involvement;
import org.alongside.organisations.Organisations;
import org.alongside.standards.Standards;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What survivors asked for and what was done, as anybody reads it. */
@Controller
@RequestMapping("/standards/heard")
class HeardController {
    private final Involvement involvement;
    private final Organisations organisations;
    private final Standards standards;

    HeardController(Involvement involvement, Organisations organisations, Standards standards) {
        this.involvement = involvement;
        this.organisations = organisations;
        this.standards = standards;
    }

    @GetMapping
    String all(Model model) {
        List<Heard> all = involvement.heard();
        Map<UUID, String> names = new LinkedHashMap<>();
        all.stream().map(Heard::organisation).distinct().forEach(one -> organisations.nameOf(new OrganisationId(one)).ifPresent(name -> names.put(one, name)));
        model.addAttribute("page", new HeardPage(all, names, standards));
        return "involvement/web/heard";
    }
}
