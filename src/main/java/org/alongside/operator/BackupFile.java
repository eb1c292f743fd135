package org.alongside.operator;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingKey;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import com.google.crypto.tink.util.SecretBytes;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import org.alongside.shared.Seal;

/**
 * A backup on disk: one line saying what it is, then a zip encrypted with a key made from the installation's key file (docs/adr/0008).
 * A changed, shortened or foreign file does not open.
 */
final class BackupFile {
    private static final byte[] FIRST_LINE = "Alongside backup 1\n".getBytes(StandardCharsets.UTF_8);
    private final Path path;
    private final StreamingAead aead;

    BackupFile(Path path, Seal seal) {
        this.path = path;
        this.aead = aead(seal);
    }

    void write(NewFile.Content content) throws IOException {
        new NewFile(path, "a backup").write(file -> {
            try (OutputStream plain = encrypting(new BufferedOutputStream(file, 1 << 20))) {
                content.writeTo(plain);
            }
        });
    }

    private OutputStream encrypting(OutputStream file) throws IOException {
        file.write(FIRST_LINE);
        try {
            return aead.newEncryptingStream(file, FIRST_LINE);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    InputStream read() throws IOException {
        InputStream file = new BufferedInputStream(Files.newInputStream(path), 1 << 20);
        if (!Arrays.equals(file.readNBytes(FIRST_LINE.length), FIRST_LINE)) {
            file.close();
            throw new CannotStart(path + " is not a backup of Alongside");
        }
        try {
            return aead.newDecryptingStream(file, FIRST_LINE);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @AccessesPartialKey
    private static StreamingAead aead(Seal seal) {
        try {
            StreamingAeadConfig.register();
            byte[] secret = HexFormat.of().parseHex(seal.fingerprint("backup", "streaming key"));
            AesGcmHkdfStreamingKey key = AesGcmHkdfStreamingKey.create(PredefinedStreamingAeadParameters.AES256_GCM_HKDF_1MB, SecretBytes.copyFrom(secret, InsecureSecretKeyAccess.get()));
            return KeysetHandle.newBuilder().addEntry(KeysetHandle.importKey(key).withRandomId().makePrimary()).build()
                    .getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("The keys cannot be used", broken);
        }
    }
}
