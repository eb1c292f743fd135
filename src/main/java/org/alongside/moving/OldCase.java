package org.alongside.moving;

import java.time.LocalDate;
import org.alongside.casework.ClosureReason;
import org.alongside.people.About;
import org.alongside.people.SafeContact;
import org.jspecify.annotations.Nullable;

/**
 * One line of a file of old cases, understood.
 *
 * @param line of the file, the heading being 1
 * @param worker the name of a colleague here; empty when nobody works with it
 */
record OldCase(long line, String reference, About about, SafeContact contact, String address, String postcode, LocalDate openedOn, @Nullable LocalDate closedOn, @Nullable ClosureReason because, String worker, String note) {}
