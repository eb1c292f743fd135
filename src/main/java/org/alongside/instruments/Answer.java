package org.alongside.instruments;

import java.util.List;

/** What was answered, exactly as typed, or why there is no answer. @param chosen option values, {@code typed} text, a number, or a date as day/month/year */
public record Answer(List<String> chosen, String typed, Missing missing, String note) {
    public static final Answer NOT_ASKED = new Answer(List.of(), "", Missing.NOT_ASKED, "");

    public Answer {
        chosen = List.copyOf(chosen);
    }

    public boolean isGiven() {
        return !chosen.isEmpty() || !typed.isBlank();
    }

    /** Day, month and year as typed; empty texts when nothing was. */
    public String[] dayMonthYear() {
        String[] parts = typed.split("/", 3);
        return parts.length == 3 ? parts : new String[] {"", "", ""};
    }
}
