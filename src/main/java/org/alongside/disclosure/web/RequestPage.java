package org.alongside.disclosure.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.disclosure.Field;
import org.alongside.disclosure.InformationRequest;
import org.alongside.disclosure.RequestItem;
import org.alongside.disclosure.RequestStatus;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * One request with everything found for it.
 *
 * @param typed what was typed and refused, by the name of its field
 * @param mayAnswer whether the reader is a second person
 */
record RequestPage(InformationRequest request, String name, LocalDate today, List<Row> items, boolean mayAnswer, @Nullable String readyBy, @Nullable String endedBy, Map<String, String> typed, String once, Problems problems) {
    /** @param by who decided; null when nobody has */
    record Row(RequestItem item, @Nullable String by) {
        String field() {
            return StringUtils.capitalize(item.field().words());
        }
    }

    String path() {
        return "/desk/requests/" + request.id();
    }

    String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    boolean isOpen() {
        return !request.status().hasEnded();
    }

    boolean waits() {
        return request.status() == RequestStatus.READY;
    }

    List<Option> fields() {
        return Stream.of(Field.values()).map(field -> new Option(field.name(), StringUtils.capitalize(field.words()))).toList();
    }

    /** The item whose decision was refused just now. */
    boolean isRefused(UUID item) {
        return item.toString().equals(typed.get("item"));
    }
}
