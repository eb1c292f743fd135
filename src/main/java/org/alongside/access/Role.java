package org.alongside.access;

/** What a worker does in an organisation. Held as data on each membership; one worker may have several. */
public enum Role {
    VOLUNTEER("Volunteer"),
    HELPLINE("Helpline worker"),
    SUPPORT_WORKER("Support worker"),
    CHILDRENS_WORKER("Children’s worker"),
    DUTY("Duty worker"),
    MANAGER("Manager"),
    SAFEGUARDING_LEAD("Safeguarding lead"),
    PRIVACY_LEAD("Privacy lead"),
    FACILITATOR("Facilitator"),
    PARTNER_SUPPORT("Partner support worker"),
    TRAINER("Trainer"),
    REVIEWER("Reviewer"),
    MODERATOR("Moderator"),
    DIRECTORY_EDITOR("Directory editor"),
    COMMISSIONER("Commissioner"),
    ADMINISTRATOR("Administrator");

    private final String words;

    Role(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
