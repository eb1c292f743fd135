package org.alongside.shared;

/** Where a professional works: what the toolkit speaks to, and by what training is counted. On public pages it is said by {@code shared.sector.<name>}. */
public enum Sector implements Worded {
    HOUSING("Housing"),
    HEALTH("Health"),
    MENTAL_HEALTH("Mental health"),
    SOCIAL_CARE("Social care"),
    SUBSTANCE_USE("Drug and alcohol services"),
    POLICE("Police"),
    FIRE_AND_AMBULANCE("Fire and ambulance"),
    SCHOOLS("Schools and early years"),
    FAMILY_HUBS("Family hubs"),
    OTHER("Somewhere else");

    private final String words;

    Sector(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }

    /** Its name in the bundles of public words. */
    public String key() {
        return "shared.sector." + name();
    }
}
