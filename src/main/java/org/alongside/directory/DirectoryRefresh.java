package org.alongside.directory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps the directory in memory fresh: read once before the first visitor comes in, then every minute, also for changes made by another instance. */
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

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    void everyMinute() {
        directory.refresh();
    }
}
