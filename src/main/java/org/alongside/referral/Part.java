package org.alongside.referral;

/** The parts of a referral: what is read together, and what is agreed to together when it is passed on. */
public enum Part {
    SAFE_CONTACT("Safe contact"),
    SITUATION("What is happening"),
    PERSON("Name and birth date"),
    PLACE("Where they live"),
    ABOUT("About them and what they need"),
    CHILDREN("Children"),
    PARTNERS("Partners and ex-partners"),
    REFERRER("Who referred them"),
    AGREEMENT("What they agreed to"),
    CALL("The call");

    private final String words;

    Part(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
