package org.alongside.commissioning.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alongside.commissioning.Period;
import org.alongside.commissioning.Request;
import org.alongside.commissioning.RequestState;

/** @param periods the latest first, each with those who were asked about it */
record CommissioningPage(Map<Period, List<Request>> periods, LocalDate today) {
    static CommissioningPage of(List<Request> asked, LocalDate today) {
        Map<Period, List<Request>> periods = new LinkedHashMap<>();
        asked.stream().map(Request::period).distinct().forEach(period -> periods.put(period, asked.stream().filter(one -> one.period().equals(period) && one.state() != RequestState.WITHDRAWN).toList()));
        periods.values().removeIf(List::isEmpty);
        return new CommissioningPage(periods, today);
    }

    static long answered(List<Request> requests) {
        return requests.stream().filter(one -> one.state() == RequestState.ANSWERED).count();
    }
}
