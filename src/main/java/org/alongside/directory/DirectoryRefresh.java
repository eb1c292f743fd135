package org.alongside.directory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps the directory in memory fresh: read once before the first visitor comes in; then it looks twice a second for what was changed, here or by another instance. */
@Component
@EnableScheduling
class DirectoryRefresh implements SmartInitializingSingleton {

    private final Directory directory;

    DirectoryRefresh(Directory directory) {
        this.directory = directory;
    }

    @Override
    public void afterSingletonsInstantiated() {
        directory.refresh();
    }

    @Scheduled(fixedDelayString = "PT0.5S")
    void lookAgain() {
        directory.lookAgain();
    }
}
