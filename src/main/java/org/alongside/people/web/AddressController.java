package org.alongside.people.web;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.people.AddressKind;
import org.alongside.people.Addresses;
import org.alongside.people.NewAddress;
import org.alongside.people.PersonId;
import org.alongside.people.RevealReason;
import org.alongside.shared.Problems;
import org.alongside.ui.Frame;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The compartment's own pages: that an address is kept, and one address at a time, opened on purpose. */
@Controller
@RequestMapping("/desk/people/{id}/addresses")
class AddressController {
    private final AddressPages pages;
    private final Addresses addresses;

    AddressController(AddressPages pages, Addresses addresses) {
        this.pages = pages;
        this.addresses = addresses;
    }

    @GetMapping
    String kept(@PathVariable UUID id, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.kept(new PersonId(id), new Problems(), me));
        return "people/web/addresses";
    }

    /** Answers with the address itself and never by a link, so that it is in no history and shows once for each reason given. */
    @PostMapping("/{address}/opening")
    String open(@PathVariable UUID id, @PathVariable UUID address, @RequestParam(required = false) @Nullable String reason, Actor.Worker me, Model model) {
        Problems problems = new Problems();
        Optional<RevealReason> why = Stream.of(RevealReason.values()).filter(one -> one.name().equals(reason)).findFirst();
        if (why.isEmpty()) problems.add("reason", "Choose why you need the address");
        model.addAttribute("page", why.isEmpty() ? pages.kept(new PersonId(id), problems, me) : pages.opened(new PersonId(id), address, why.get(), me));
        return "people/web/addresses";
    }

    @PostMapping("/{address}/unsafe")
    String unsafe(@PathVariable UUID id, @PathVariable UUID address, Actor.Worker me, RedirectAttributes next) {
        addresses.markUnsafe(address, me);
        next.addFlashAttribute(Frame.NOTICE, "Marked unsafe. No letter goes there.");
        return "redirect:/desk/people/" + id + "/addresses";
    }

    @GetMapping("/new")
    String add(@PathVariable UUID id, Actor.Worker me, Model model) {
        return show(id, AddressForm.EMPTY, new Problems(), me, model);
    }

    @PostMapping("/new")
    String add(@PathVariable UUID id, AddressForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        Optional<NewAddress> address = form.read(problems);
        if (address.isEmpty()) return show(id, form, problems, me, model);
        addresses.record(new PersonId(id), address.get(), me);
        next.addFlashAttribute(Frame.NOTICE, address.get().guarded() ? "Saved. Older addresses are now unsafe, and no letter leaves for seven days." : "Saved");
        return "redirect:/desk/people/" + id + "/addresses";
    }

    private String show(UUID id, AddressForm form, Problems problems, Actor.Worker me, Model model) {
        pages.mayBeOpenedBy(new PersonId(id), me);
        model.addAttribute("page", new NewAddressPage(id, Stream.of(AddressKind.values()).map(kind -> new Option(kind.name(), kind.words())).toList(), form, problems));
        return "people/web/newaddress";
    }
}
