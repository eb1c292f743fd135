package org.alongside.shared;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Closes and opens what must not be readable in the database, a backup or a cookie, and makes fingerprints by which equal values are found. */
public class Seal {
    private final Aead aead;
    private final PrfSet prf;

    public Seal(KeyFile keys) {
        try {
            aead = keys.sealing().getPrimitive(RegistryConfiguration.get(), Aead.class);
            prf = keys.fingerprints().getPrimitive(RegistryConfiguration.get(), PrfSet.class);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("The keys cannot be used", broken);
        }
    }

    /** Null stays null. {@code column} (as {@code people.address.line}) and {@code row} tie the result to its place. */
    public byte @Nullable [] close(@Nullable String text, String column, UUID row) {
        return text == null ? null : closeBytes(text.getBytes(StandardCharsets.UTF_8), column + "/" + row);
    }

    /** The opposite of {@link #close}; throws IllegalStateException when the value was changed or moved from another place. */
    public @Nullable String open(byte @Nullable [] sealed, String column, UUID row) {
        return sealed == null ? null : new String(openBytes(sealed, column + "/" + row), StandardCharsets.UTF_8);
    }

    /** As {@link #close}, for words that may be blank: they are stripped, and nothing is kept of none. */
    public byte @Nullable [] closeWords(String words, String column, UUID row) {
        return words.isBlank() ? null : close(words.strip(), column, row);
    }

    /** The opposite of {@link #closeWords}: empty where nothing was kept. */
    public String openWords(byte @Nullable [] sealed, String column, UUID row) {
        String words = open(sealed, column, row);
        return words == null ? "" : words;
    }

    public byte[] closeBytes(byte[] plain, String place) {
        try {
            return aead.encrypt(plain, place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("cannot seal " + place, broken);
        }
    }

    public byte[] openBytes(byte[] sealed, String place) {
        try {
            // Safety: the place is authenticated, so a value copied into another row or column does not open there.
            return aead.decrypt(sealed, place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException moved) {
            throw new IllegalStateException("cannot open " + place.replaceAll("/.*", ""));
        }
    }

    /** 64 hex digits: the same for the same purpose and text on this installation, meaningless elsewhere. */
    public String fingerprint(String purpose, String text) {
        try {
            return HexFormat.of().formatHex(prf.computePrimary((purpose + "\0" + text).getBytes(StandardCharsets.UTF_8), 32));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("cannot fingerprint for " + purpose, broken);
        }
    }
}
