package org.alongside.people;

/** What one person is to another: "their child". */
public enum RelationKind {
    PARTNER("Partner"),
    EX_PARTNER("Ex-partner"),
    CHILD("Child"),
    PARENT("Parent"),
    SIBLING("Brother, sister or sibling"),
    OTHER_FAMILY("Other family"),
    CARER("Somebody who cares for them"),
    CARED_FOR("Somebody they care for"),
    FRIEND("Friend"),
    HOUSEMATE("Shares their home"),
    OTHER("Somebody else");

    private final String words;

    RelationKind(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** The same relation seen from the other end. */
    public RelationKind seenFromTheOther() {
        return switch (this) {
            case CHILD -> PARENT;
            case PARENT -> CHILD;
            case CARER -> CARED_FOR;
            case CARED_FOR -> CARER;
            default -> this;
        };
    }
}
