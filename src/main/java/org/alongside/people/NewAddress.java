package org.alongside.people;

/**
 * Where somebody lives or stays. {@code guarded}: nobody who might harm them may learn it, so every older address becomes unsafe at once and
 * letters wait. {@code forLetters}: they chose it for letters. Of a refuge only the area is kept.
 */
public record NewAddress(AddressKind kind, String lines, String postcode, String area, boolean guarded, boolean forLetters) {
    public NewAddress {
        // Safety: where a refuge is, is never written down.
        if (kind == AddressKind.REFUGE) {
            lines = "";
            postcode = "";
            guarded = true;
            forLetters = false;
        }
    }
}
