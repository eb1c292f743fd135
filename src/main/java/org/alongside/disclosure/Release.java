package org.alongside.disclosure;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.alongside.access.WorkerId;
import org.alongside.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One act of giving something away.
 *
 * @param person about whom; null while a referral has not made anybody a person here
 * @param agreed the kinds of fact the person agreed to for this act
 * @param clearedBy the second person who looked at it; without one no address leaves
 */
public record Release(Recipient recipient, Purpose purpose, @Nullable PersonId person, Via via, Set<Field> agreed, @Nullable WorkerId clearedBy) {
    private static final Set<Field> PRINTED_FOR_THE_CLIENT = EnumSet.of(Field.PLAN);
    private static final Set<Field> CLIENT_MAY_CHOOSE = EnumSet.of(Field.KNOWN_AS, Field.EMERGENCY_CONTACTS, Field.CODE_WORD, Field.SERVICE, Field.NEEDS, Field.GOALS);
    private static final Set<Field> FOR_OWN_WORK = EnumSet.of(Field.NAME, Field.KNOWN_AS, Field.PRONOUNS, Field.LANGUAGE, Field.ACCESS_NEEDS, Field.SAFE_CONTACT,
            Field.CONCERN, Field.RISK_LEVEL, Field.NEEDS, Field.GOALS, Field.PLAN, Field.EMERGENCY_CONTACTS, Field.SERVICE);
    private static final Set<Field> MAY_BE_PASSED_ON = EnumSet.of(Field.NAME, Field.KNOWN_AS, Field.BIRTH_DATE, Field.PRONOUNS, Field.LANGUAGE, Field.ACCESS_NEEDS,
            Field.PHONE, Field.EMAIL, Field.SAFE_CONTACT, Field.HOME_ADDRESS, Field.STAYING_AT, Field.AREA, Field.CONCERN, Field.RISK_LEVEL, Field.NEEDS, Field.GOALS, Field.SERVICE);

    private static final Set<Field> MAY_BE_WRITTEN = EnumSet.of(Field.NAME, Field.KNOWN_AS, Field.BIRTH_DATE, Field.PRONOUNS, Field.LANGUAGE, Field.ACCESS_NEEDS, Field.CONCERN, Field.RISK_LEVEL, Field.NEEDS, Field.GOALS, Field.PROGRAMME,
            Field.SERVICE);

    public Release {
        agreed = Set.copyOf(agreed);
    }

    /** The client's own plan, for their own keeping. */
    public static Release clientKeeps(PersonId person, Via via, Set<Field> chosen) {
        return new Release(new Recipient.Person(person), Purpose.CLIENT_KEEPS, person, via, chosen, null);
    }

    /** What may leave. Pure: the same act gives the same fields. */
    public Set<Field> allowed() {
        Set<Field> allowed = byPurpose();
        // Safety: addresses leave only inside the system, agreed to, and looked at by a second person; where a refuge is never leaves.
        boolean addressesMayLeave = purpose == Purpose.PASS_ON && via == Via.SYSTEM && clearedBy != null;
        allowed.removeIf(field -> field == Field.REFUGE || field.isAddress() && !addressesMayLeave);
        // Safety: a number never travels without the answers that say whether it may be used.
        if (!allowed.contains(Field.SAFE_CONTACT)) allowed.removeIf(field -> field == Field.PHONE || field == Field.EMAIL);
        return allowed;
    }

    private Set<Field> byPurpose() {
        return switch (purpose) {
            case CLIENT_KEEPS -> person != null && recipient.equals(new Recipient.Person(person)) ? both(PRINTED_FOR_THE_CLIENT, and(CLIENT_MAY_CHOOSE, agreed)) : none();
            case WORKER_COPY -> recipient instanceof Recipient.Worker && via == Via.PRINT ? both(FOR_OWN_WORK, none()) : none();
            case ANSWER -> recipient instanceof Recipient.Asker && clearedBy != null ? and(EnumSet.allOf(Field.class), agreed) : none();
            // Safety: no address, no number and no plan stands in a letter to an agency, whatever was agreed.
            case LETTER -> recipient instanceof Recipient.Agency && (via == Via.LETTER || via == Via.PRINT) ? and(MAY_BE_WRITTEN, agreed) : none();
            case DOCUMENT -> recipient instanceof Recipient.Agency && (via == Via.LETTER || via == Via.PRINT) ? and(EnumSet.of(Field.DOCUMENT), agreed) : none();
            case PASS_ON -> recipient instanceof Recipient.Organisation && via == Via.SYSTEM ? and(MAY_BE_PASSED_ON, agreed) : none();
        };
    }

    private static Set<Field> none() {
        return EnumSet.noneOf(Field.class);
    }

    private static Set<Field> both(Set<Field> one, Set<Field> other) {
        Set<Field> both = EnumSet.copyOf(one);
        both.addAll(other);
        return both;
    }

    private static Set<Field> and(Set<Field> one, Set<Field> other) {
        return one.stream().filter(other::contains).collect(Collectors.toCollection(() -> EnumSet.noneOf(Field.class)));
    }
}
