package org.alongside.shared;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.HmacPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.List;

/**
 * The file that holds this installation's keys: one line for sealing, one for fingerprints, as Tink keysets. Without it no address,
 * telephone number or note can be read again, so it lives beside the data, not in it, and is backed up apart.
 */
public record KeyFile(KeysetHandle sealing, KeysetHandle fingerprints) {
    static {
        try {
            AeadConfig.register();
            PrfConfig.register();
        } catch (GeneralSecurityException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    public static KeyFile read(Path file) throws IOException {
        try {
            List<String> lines = Files.readAllLines(file);
            return new KeyFile(parse(lines.get(0)), parse(lines.get(1)));
        } catch (GeneralSecurityException | IndexOutOfBoundsException damaged) {
            throw new IOException("The key file " + file + " is damaged; put the right one back", damaged);
        }
    }

    /** Makes new keys and writes them where only this user can read them. Fails when the file exists. */
    public static KeyFile create(Path file) throws IOException {
        KeyFile keys = inMemory();
        // Safety: readable by this user alone from its first byte.
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(file, List.of(text(keys.sealing), text(keys.fingerprints)), StandardOpenOption.WRITE, StandardOpenOption.DSYNC);
        return keys;
    }

    /** Keys that live as long as this process: for tests. */
    public static KeyFile inMemory() {
        try {
            HmacPrfParameters hmac = HmacPrfParameters.builder().setKeySizeBytes(32).setHashType(HmacPrfParameters.HashType.SHA256).build();
            return new KeyFile(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), KeysetHandle.generateNew(hmac));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeysetHandle parse(String line) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(line, InsecureSecretKeyAccess.get());
    }

    private static String text(KeysetHandle keys) {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get()).replace("\n", "");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
