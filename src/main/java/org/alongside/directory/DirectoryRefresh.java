package org.alongside.directory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps the directory in memory fresh: at the start, after planting, and every minute for changes made elsewhere. */
@Component
@EnableScheduling
@Order(1)
class DirectoryRefresh implements ApplicationRunner {

    private final Directory directory;

    DirectoryRefresh(Directory directory) {
        this.directory = directory;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        directory.refresh();
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    void everyMinute() {
        directory.refresh();
    }
}
