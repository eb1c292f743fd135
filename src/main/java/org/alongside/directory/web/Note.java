package org.alongside.directory.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.alongside.directory.Contact;
import org.alongside.directory.HoursInWords;
import org.alongside.directory.Listing;
import org.alongside.shared.Times;
import org.alongside.ui.Frame;

/** What somebody keeps of a service or passes on, in a few plain lines: how to reach it, when, and how sure that is. */
record Note(Frame frame, Listing listing) {

    /** Each number, or one other way in where there is none. */
    List<String> ways() {
        List<String> dialled = listing.contacts().stream().filter(Contact::isDialled).map(this::said).toList();
        return dialled.isEmpty() ? listing.contacts().stream().map(this::said).limit(1).toList() : dialled;
    }

    boolean hasNumber() {
        return listing.contacts().stream().anyMatch(Contact::isDialled);
    }

    /** That it is closed for now, where it is; else the hours of its telephone. */
    List<String> hours() {
        return listing.conditions().paused() ? List.of(frame.say("directory.paused")) : new HoursInWords(frame).week(listing.hours());
    }

    String ask() {
        return frame.say("directory.keep.ask." + listing.referSelf().name().toLowerCase().replace('_', '-'));
    }

    String checked() {
        if (listing.checkedOn() == null) return frame.say("directory.ageing.never");
        return frame.say(listing.isAgeing(Times.day(frame.now())) ? "directory.ageing" : "directory.keep.checked", frame.day(listing.checkedOn()));
    }

    String named() {
        return text(Stream.concat(Stream.of(listing.name()), ways().stream()));
    }

    // Safety: a name can tell what it is about, and so can an address of theirs; a number cannot.
    String unnamed() {
        return text(ways().stream());
    }

    private String text(Stream<String> first) {
        List<String> lines = new ArrayList<>();
        if (listing.invented()) lines.add(frame.say("directory.service.invented"));
        first.forEach(lines::add);
        if (hasNumber() || listing.conditions().paused()) lines.addAll(hours());
        lines.add(checked());
        return String.join("\n", lines) + "\n";
    }

    private String said(Contact contact) {
        String way = contact.isDialled() ? contact.value() : contact.value().replaceFirst("https?://(www\\.)?", "");
        String label = contact.label() == null ? "" : frame.sayOrKeep(contact.label()) + ": ";
        String text = contact.way() == Contact.Way.TEXT ? frame.say("directory.way.text") + " " : "";
        return label + text + way + (Boolean.TRUE.equals(contact.free()) ? " (" + frame.say("directory.free") + ")" : "");
    }
}
