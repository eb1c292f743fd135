package org.alongside.access;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.alongside.shared.Seal;
import org.springframework.stereotype.Component;

/** How often something may be tried, counted in the database so that every instance counts together. Keys are fingerprints. */
@Component
public class Limits {
    private final ProxyManager<Long> buckets;
    private final Seal seal;

    Limits(DataSource dataSource, Seal seal) {
        this.seal = seal;
        this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(dataSource)
                .table("access.try_bucket")
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(5)))
                .build();
    }

    /** Takes one try and says whether it was still allowed. @param what the thing tried, {@code key} by whom or from where */
    public boolean allow(String what, String key, int tries, Duration per) {
        return bucket(what, key, tries, per).tryConsume(1);
    }

    /** Whether a try would be allowed now, without taking it. */
    public boolean mayTry(String what, String key, int tries, Duration per) {
        return bucket(what, key, tries, per).getAvailableTokens() > 0;
    }

    private BucketProxy bucket(String what, String key, int tries, Duration per) {
        BucketConfiguration limit = BucketConfiguration.builder().addLimit(l -> l.capacity(tries).refillGreedy(tries, per)).build();
        long id = ByteBuffer.wrap(HexFormat.of().parseHex(seal.fingerprint("limit", what + "/" + key).substring(0, 16))).getLong();
        return buckets.builder().build(id, () -> limit);
    }
}
