package org.alongside.engagement.web;

import java.time.Instant;
import java.util.List;
import org.alongside.engagement.Campaign;
import org.alongside.engagement.Category;
import org.alongside.engagement.Post;
import org.jspecify.annotations.Nullable;

/** A page of what is shown. @param category null for everything @param number of this page, from 1 @param last number */
record ListPage(List<Post> posts, List<Campaign> campaigns, List<Category> categories, @Nullable Category category, int number, int last, Instant now) {
    static final int SIZE = 20;

    /** @param all of this category @param categories of which there is something */
    static ListPage of(List<Post> all, List<Campaign> campaigns, List<Category> categories, @Nullable Category category, int asked, Instant now) {
        int last = Math.max(1, (all.size() + SIZE - 1) / SIZE), number = Math.min(Math.max(asked, 1), last);
        return new ListPage(all.subList((number - 1) * SIZE, Math.min(number * SIZE, all.size())), campaigns, categories, category, number, last, now);
    }

    private String path(int page) {
        String which = category == null ? "" : "category=" + category.path(), part = page == 1 ? "" : "page=" + page;
        String query = which.isEmpty() || part.isEmpty() ? which + part : which + "&" + part;
        return "/have-your-say" + (query.isEmpty() ? "" : "?" + query);
    }

    @Nullable String newer() {
        return number > 1 ? path(number - 1) : null;
    }

    @Nullable String older() {
        return number < last ? path(number + 1) : null;
    }
}
