package org.alongside.people.web;

import java.util.List;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.people.PersonRoles;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.alongside.ui.DeskLink;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Searches are POST, so that no name is in an address bar or a log. */
@Controller
@RequestMapping("/desk/people")
class SearchController {
    private final SearchPages pages;

    SearchController(SearchPages pages) {
        this.pages = pages;
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        DeskLink peopleLink() {
            return new DeskLink(30, "/desk/people", "Find a person", Stream.of(PersonRoles.ANY).map(Role::name).toArray(String[]::new)).behindTheWall();
        }
    }

    @GetMapping
    String ask(Actor.Worker me, Model model) {
        mustWorkWithPeople(me);
        return show(new PeoplePage(SearchForm.EMPTY, new Problems(), null, List.of(), null), model);
    }

    @PostMapping
    String search(SearchForm form, Actor.Worker me, Model model) {
        mustWorkWithPeople(me);
        return show(pages.search(form, me), model);
    }

    private static void mustWorkWithPeople(Actor.Worker me) {
        me.mustBe(PersonRoles.ANY);
        if (me.side() == null) throw new NotFound();
    }

    private static String show(PeoplePage page, Model model) {
        model.addAttribute("page", page);
        return "people/web/people";
    }
}
