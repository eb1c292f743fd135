package org.alongside.matching;

import java.util.UUID;
import org.alongside.access.OrganisationId;
import org.alongside.access.WorkerId;
import org.alongside.shared.Side;
import org.jspecify.annotations.Nullable;

/**
 * Somebody a record names, and in what role.
 *
 * @param side null for workers, who stand on no side here
 * @param record the case, referral or worker
 * @param who tells the people of one record apart: a person's id, or any id that stays the same when this one is registered again
 * @param workedBy who works the record now, when somebody does
 */
public record Party(OrganisationId organisation, @Nullable Side side, RecordKind kind, UUID record, PartyRole role, UUID who, @Nullable WorkerId workedBy) {}
