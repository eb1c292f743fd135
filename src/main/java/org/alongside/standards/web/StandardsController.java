package org.alongside.standards.web;

import org.alongside.shared.NotFound;
import org.alongside.standards.Crosswalk;
import org.alongside.standards.Edition;
import org.alongside.standards.Oscal;
import org.alongside.standards.SpokenWords;
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

/** Standards to read, by section and by those whom they are for; as they are now and as they were. All of it from memory. */
@Controller
@RequestMapping("/standards")
class StandardsController {
    private final Standards standards;
    private final SpokenWords words;

    StandardsController(Standards standards, SpokenWords words) {
        this.standards = standards;
        this.words = words;
    }

    @GetMapping
    String all(Model model) {
        model.addAttribute("standards", standards.all());
        return "standards/web/standards";
    }

    @GetMapping("/{key}")
    String one(@PathVariable String key, Model model) {
        return show(now(key), model);
    }

    @GetMapping("/{key}/versions/{version}")
    String earlier(@PathVariable String key, @PathVariable String version, Model model) {
        return show(version(key, version), model);
    }

    private String show(Standard standard, Model model) {
        model.addAttribute("page", new StandardPage(standard, standards.versions(standard.key()), standards.beside(standard.key())));
        return "standards/web/standard";
    }

    @GetMapping("/{key}/{edition}")
    String read(@PathVariable String key, @PathVariable String edition, Model model) {
        return read(now(key), edition, model);
    }

    @GetMapping("/{key}/versions/{version}/{edition}")
    String readEarlier(@PathVariable String key, @PathVariable String version, @PathVariable String edition, Model model) {
        return read(version(key, version), edition, model);
    }

    private String read(Standard standard, String edition, Model model) {
        Edition which = Edition.of(edition).filter(one -> standard.editions().contains(one)).orElseThrow(NotFound::new);
        model.addAttribute("page", new EditionPage(standard, which, standards, words));
        return "standards/web/edition";
    }

    @GetMapping("/{key}/beside/{other}")
    String beside(@PathVariable String key, @PathVariable String other, Model model) {
        Crosswalk walk = standards.crosswalk(key, other).orElseThrow(NotFound::new);
        model.addAttribute("page", new BesidePage(now(key), now(other), walk));
        return "standards/web/beside";
    }

    @GetMapping("/{key}/catalogue.json")
    ResponseEntity<String> catalogue(@PathVariable String key) {
        return file(now(key));
    }

    @GetMapping("/{key}/versions/{version}/catalogue.json")
    ResponseEntity<String> earlierCatalogue(@PathVariable String key, @PathVariable String version) {
        return file(version(key, version));
    }

    private ResponseEntity<String> file(Standard standard) {
        Oscal.File file = standards.file(standard.key(), standard.version()).orElseThrow(NotFound::new);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + standard.key() + "-" + standard.version() + ".json\"").body(Oscal.write(file));
    }

    private Standard now(String key) {
        return standards.one(key).orElseThrow(NotFound::new);
    }

    /** Only what everybody may read: what was put away is not among the versions. */
    private Standard version(String key, String version) {
        return standards.versions(key).stream().filter(one -> one.version().equals(version)).findFirst().orElseThrow(NotFound::new);
    }
}
