package org.alongside.orders.web;

import java.time.Clock;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.orders.Orders;
import org.alongside.shared.Problems;
import org.alongside.shared.Side;
import org.alongside.shared.Typed;
import org.alongside.ui.DeskLink;
import org.alongside.ui.Frame;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class OrderController {
    private final Orders orders;
    private final OrderPages pages;
    private final Clock clock;

    OrderController(Orders orders, OrderPages pages, Clock clock) {
        this.orders = orders;
        this.pages = pages;
        this.clock = clock;
    }

    @Bean
    static DeskLink ordersLink() {
        return new DeskLink(62, "/desk/orders", "Orders", "SUPPORT_WORKER", "CHILDRENS_WORKER", "DUTY", "MANAGER", "SAFEGUARDING_LEAD").only(Side.SUPPORT);
    }

    @GetMapping("/desk/orders")
    String coming(Actor.Worker me, Model model) {
        model.addAttribute("page", pages.coming(me));
        return "orders/web/coming";
    }

    @GetMapping("/desk/cases/{id}/orders")
    String all(@PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.all(id));
        return "orders/web/orders";
    }

    @GetMapping("/desk/cases/{id}/orders/new")
    String make(@PathVariable UUID id, Model model) {
        return show(pages.add(id, OrderForm.empty(), new Problems()), model);
    }

    @PostMapping("/desk/cases/{id}/orders")
    String add(@PathVariable UUID id, OrderForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        boolean added = form.read(clock, problems).filter(terms -> Typed.accepted(problems, "kind", () -> orders.add(new CaseId(id), Typed.id(form.once()), terms, me))).isPresent();
        return added ? saved(id, next) : show(pages.add(id, form, problems), model);
    }

    @GetMapping("/desk/cases/{id}/orders/{order}")
    String one(@PathVariable UUID id, @PathVariable UUID order, Model model) {
        return show(pages.one(id, order, OrderForm::of, new Problems()), model);
    }

    @PostMapping("/desk/cases/{id}/orders/{order}")
    String change(@PathVariable UUID id, @PathVariable UUID order, OrderForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        boolean changed = form.read(clock, problems).filter(terms -> Typed.accepted(problems, "kind", () -> orders.change(new CaseId(id), order, Typed.version(form.version()), terms, me))).isPresent();
        return changed ? saved(id, next) : show(pages.one(id, order, form::over, problems), model);
    }

    @GetMapping("/desk/cases/{id}/orders/{order}/breaches/new")
    String broken(@PathVariable UUID id, @PathVariable UUID order, Model model) {
        model.addAttribute("page", pages.breach(id, order, BreachForm.empty(), new Problems()));
        return "orders/web/breach";
    }

    @PostMapping("/desk/cases/{id}/orders/{order}/breaches")
    String broken(@PathVariable UUID id, @PathVariable UUID order, BreachForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        boolean kept = form.read(clock, problems).filter(read -> Typed.accepted(problems, "words", () -> orders.broken(new CaseId(id), order, Typed.id(form.once()), read.on(), read.told(), read.words(), me))).isPresent();
        if (kept) {
            next.addFlashAttribute(Frame.NOTICE, "Written down. Think of the safety assessment: does the level still hold?");
            return "redirect:/desk/cases/" + id + "/orders";
        }
        model.addAttribute("page", pages.breach(id, order, form, problems));
        return "orders/web/breach";
    }

    private static String saved(UUID id, RedirectAttributes next) {
        next.addFlashAttribute(Frame.NOTICE, "Saved.");
        return "redirect:/desk/cases/" + id + "/orders";
    }

    private static String show(OrderPage page, Model model) {
        model.addAttribute("page", page);
        return "orders/web/order";
    }
}
