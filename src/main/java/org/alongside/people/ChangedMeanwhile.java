package org.alongside.people;

import org.alongside.shared.RuleBroken;

/** Somebody else changed this record while it was being typed. Nothing was saved; the page shows both versions. */
public class ChangedMeanwhile extends RuleBroken {
    ChangedMeanwhile() {
        super("people.changed-meanwhile", "Someone else changed this while you typed. Nothing is lost: compare both and save again.");
    }
}
