package org.alongside.disclosure;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a document may hold. Only {@link Disclosure} makes one, so a page that prints an Allowed cannot print what was not released. */
public final class Allowed {
    private final List<Passage> passages;

    private Allowed(List<Passage> passages) {
        this.passages = passages;
    }

    static Allowed of(Release release, List<Passage> offered) {
        Set<Field> fields = release.allowed();
        return new Allowed(offered.stream().filter(passage -> fields.contains(passage.field())).toList());
    }

    /** The pieces that may be shown, in the order they were offered. */
    public List<Passage> passages() {
        return passages;
    }

    /** The words of the first piece of this kind, when it may be shown. */
    public Optional<String> words(Field field) {
        return passages.stream().filter(passage -> passage.field() == field).map(Passage::words).findFirst();
    }

    public Set<Field> fields() {
        return passages.stream().map(Passage::field).collect(Collectors.toUnmodifiableSet());
    }
}
