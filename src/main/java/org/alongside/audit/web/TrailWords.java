package org.alongside.audit.web;

import org.alongside.access.WorkerId;
import org.alongside.organisations.Names;
import org.jspecify.annotations.Nullable;

/** One entry of the trail as a sentence. */
record TrailWords(Names names) {
    String say(TrailPages.Entry entry) {
        return who(entry) + what(entry);
    }

    private String who(TrailPages.Entry entry) {
        if (entry.workerId() != null) return names.of(new WorkerId(entry.workerId()));
        return entry.job() == null ? "Somebody" : "Alongside (" + entry.job() + ")";
    }

    private String what(TrailPages.Entry entry) {
        boolean own = entry.workerId() != null && entry.workerId().equals(entry.subjectId());
        return switch (entry.act()) {
            case "LOOKED" -> " opened " + record(entry);
            case "LISTED" -> " saw a list (" + entry.detail() + ") of " + entry.count() + " " + entry.kind() + (entry.count() == 1 ? " record" : " records");
            case "REFUSED" -> entry.workerId() == null ? ": " + record(entry) + " was turned away, " + entry.detail() : " asked for " + record(entry) + " and was refused, " + entry.detail();
            default -> own ? " " + entry.detail() : ": " + record(entry) + " " + entry.detail();
        };
    }

    private String record(TrailPages.Entry entry) {
        @Nullable String colleague = colleague(entry);
        if (colleague != null) return colleague;
        return switch (entry.kind()) {
            case "trail" -> "the trail";
            case "page" -> "a page";
            default -> entry.kind();
        };
    }

    private @Nullable String colleague(TrailPages.Entry entry) {
        return entry.kind().equals("worker") && entry.subjectId() != null ? names.amid(new WorkerId(entry.subjectId())) : null;
    }
}
