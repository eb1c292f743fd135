package org.alongside.standards.web;

import java.util.stream.Stream;
import org.alongside.shared.NotFound;
import org.alongside.standards.Edition;
import org.alongside.standards.Oscal;
import org.alongside.standards.Standard;
import org.alongside.standards.Standards;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Standards to read, by section and by those whom they are for. */
@Controller
@RequestMapping("/standards")
class StandardsController {
    private final Standards standards;

    StandardsController(Standards standards) {
        this.standards = standards;
    }

    @GetMapping
    String all(Model model) {
        model.addAttribute("standards", standards.all());
        return "standards/web/standards";
    }

    @GetMapping("/{key}/{edition}")
    String read(@PathVariable String key, @PathVariable String edition, Model model) {
        Standard standard = one(key);
        Edition which = Stream.of(Edition.values()).filter(one -> one.key().equals(edition) && standard.editions().contains(one)).findFirst().orElseThrow(NotFound::new);
        model.addAttribute("page", new EditionPage(standard, which));
        return "standards/web/edition";
    }

    @GetMapping("/{key}/catalogue.json")
    ResponseEntity<String> catalogue(@PathVariable String key) {
        Standard standard = one(key);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + standard.key() + "-" + standard.version() + ".json\"").body(Oscal.write(standard));
    }

    private Standard one(String key) {
        return standards.one(key).orElseThrow(NotFound::new);
    }
}
