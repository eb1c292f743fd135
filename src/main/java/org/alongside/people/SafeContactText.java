package org.alongside.people;

import org.alongside.shared.Seal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import java.util.UUID;

/** Answers about safe contact as one sealed text: at rest nothing says who may answer, or what the code word is. */
@Component
class SafeContactText {
    private static final String COLUMN = "people.safe_contact.answers";
    private final JsonMapper json = JsonMapper.builder().build();
    private final Seal seal;

    SafeContactText(Seal seal) {
        this.seal = seal;
    }

    byte @Nullable [] close(SafeContact contact, UUID row) {
        return seal.close(json.writeValueAsString(contact), COLUMN, row);
    }

    SafeContact open(byte @Nullable [] answers, @Nullable UUID row) {
        if (answers == null || row == null) return SafeContact.NOT_ASKED;
        return json.readValue(seal.open(answers, COLUMN, row), SafeContact.class);
    }
}
