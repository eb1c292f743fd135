package org.alongside.shared;

/** A rule of the field refused what was asked. The message says which rule and what to do, in plain words fit for the page. */
public class RuleBroken extends RuntimeException {
    private final String rule;

    /** @param rule the rule's name, such as {@code referral.already-decided}; tests and the trail use it
     *  @param words what the person at the screen reads */
    public RuleBroken(String rule, String words) {
        super(words, null, false, false);
        this.rule = rule;
    }

    public String rule() {
        return rule;
    }
}
