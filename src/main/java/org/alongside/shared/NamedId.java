package org.alongside.shared;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;

/** Ids made of a name, the same everywhere and always. Source: RFC 9562, version 5, in the name space of addresses. */
public final class NamedId {
    private static final UUID ADDRESSES = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

    private NamedId() {
    }

    public static UUID of(String address) {
        byte[] name = address.getBytes(StandardCharsets.UTF_8);
        ByteBuffer hash = ByteBuffer.wrap(DigestUtils.sha1(ByteBuffer.allocate(16 + name.length).putLong(ADDRESSES.getMostSignificantBits()).putLong(ADDRESSES.getLeastSignificantBits()).put(name).array()));
        long high = hash.getLong() & ~0xF000L | 0x5000L, low = hash.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
