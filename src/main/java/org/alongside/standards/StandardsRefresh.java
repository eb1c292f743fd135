package org.alongside.standards;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps the standards in memory fresh: read before the first visitor comes in; then each second it looks whether anything changed, here or on another instance. */
@Component
class StandardsRefresh implements SmartInitializingSingleton {
    private final Standards standards;

    StandardsRefresh(Standards standards) {
        this.standards = standards;
    }

    @Override
    public void afterSingletonsInstantiated() {
        standards.lookAgain();
    }

    @Scheduled(fixedDelayString = "PT1S")
    void lookAgain() {
        standards.lookAgain();
    }
}
