package org.alongside.directory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps the directory in memory fresh: read once before the first visitor comes in; then it looks twice a second for what was changed, here or by another instance.
 * Where places are changes some times a year, so that is looked at less often.
 */
@Component
@EnableScheduling
class DirectoryRefresh implements SmartInitializingSingleton {

    private final Directory directory;
    private final PlacesRefresh places;

    DirectoryRefresh(Directory directory, PlacesRefresh places) {
        this.directory = directory;
        this.places = places;
    }

    @Override
    public void afterSingletonsInstantiated() {
        places.lookAgain();
        directory.refresh();
    }

    @Scheduled(fixedDelayString = "PT0.5S")
    void lookAgain() {
        directory.lookAgain();
    }

    @Scheduled(fixedDelayString = "PT5S")
    void lookAtPlaces() {
        if (places.lookAgain()) directory.readAllAgain();
    }
}
