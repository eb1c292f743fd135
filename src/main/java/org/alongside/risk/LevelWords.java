package org.alongside.risk;

import java.util.List;
import java.util.stream.Stream;
import org.alongside.casework.Standings;
import org.springframework.stereotype.Component;

/** What may stand about a case: a level of danger. */
@Component
class LevelWords implements Standings {
    @Override
    public List<String> words() {
        return Stream.of(RiskLevel.values()).map(RiskLevel::words).toList();
    }
}
