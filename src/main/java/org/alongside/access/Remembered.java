package org.alongside.access;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.NestedRuntimeException;
import org.springframework.scheduling.annotation.Scheduled;

/** What everybody may read, in memory: read before the first visitor comes in, then looked at each second, whether it changed here or on another instance. When the database is away, what was known stays. */
public abstract class Remembered<T> implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(Remembered.class);
    private final ActingTransaction acting;
    private volatile T known;
    private @Nullable String seen;

    /** @param before what is known before anything was read */
    protected Remembered(ActingTransaction acting, T before) {
        this.acting = acting;
        this.known = before;
    }

    /** Another text after each change. As anyone at all, in a transaction, like {@link #read}. */
    protected abstract String stamp();

    protected abstract T read();

    protected final T known() {
        return known;
    }

    @Override
    public void afterSingletonsInstantiated() {
        lookAgain();
    }

    /** Reads it anew when something of it has changed. */
    @Scheduled(fixedDelayString = "PT1S")
    public synchronized void lookAgain() {
        try {
            String now = acting.as(new Actor.Public(), this::stamp);
            if (now.equals(seen)) return;
            known = acting.as(new Actor.Public(), this::read);
            seen = now;
        } catch (NestedRuntimeException away) {
            LOG.debug("{} could not look again ({})", getClass().getSimpleName(), away.getClass().getSimpleName());
        }
    }
}
