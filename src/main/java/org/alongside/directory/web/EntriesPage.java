package org.alongside.directory.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.directory.Entries.Lines;
import org.alongside.directory.Entries.Organisation;
import org.alongside.directory.Entries.Shown;
import org.alongside.directory.assurance.Suggestion;
import org.jspecify.annotations.Nullable;

/** The entries one keeps, one page of them. @param page from 1 on @param said how much the public says is wrong, of which entry */
record EntriesPage(Shown shown, @Nullable String words, int page, Lines lines, List<Organisation> organisations, Map<UUID, Integer> said, List<AboutLine> aboutLines) {
    /** What somebody says of a line that comes with the software. */
    record AboutLine(Suggestion said, String name) {}

    static final int SHOWN = 50;

    @Nullable String before() {
        return page == 1 ? null : at(page - 1);
    }

    @Nullable String after() {
        return page * SHOWN >= lines.all() ? null : at(page + 1);
    }

    private String at(int which) {
        return "/desk/directory?shown=" + shown + "&page=" + which + (words == null ? "" : "&words=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
    }
}
