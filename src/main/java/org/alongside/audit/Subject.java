package org.alongside.audit;

import java.util.UUID;

/** What was looked at or changed: the kind of record and its id, never a name. Kinds are the field's nouns: person, referral, case. */
public record Subject(String kind, UUID id) {}
