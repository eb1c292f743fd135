package org.alongside.ui.web;

import java.util.Map;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Everything that can stand between a person and their page, each with its own calm words ({@code ui.trouble.<words>...}). */
enum Trouble {
    NOT_FOUND(HttpStatus.NOT_FOUND, "not-found"),
    FROM_ELSEWHERE(HttpStatus.FORBIDDEN, "from-elsewhere"),
    REFUSED(HttpStatus.CONFLICT, "refused"),
    CHANGED_MEANWHILE(HttpStatus.CONFLICT, "changed-meanwhile"),
    TOO_BIG(HttpStatus.CONTENT_TOO_LARGE, "too-big"),
    TOO_MANY_TRIES(HttpStatus.TOO_MANY_REQUESTS, "too-many-tries"),
    BROKEN(HttpStatus.INTERNAL_SERVER_ERROR, "broken"),
    DATABASE_AWAY(HttpStatus.SERVICE_UNAVAILABLE, "database-away");

    private static final Map<Integer, Trouble> BY_STATUS = Map.of(403, FROM_ELSEWHERE, 413, TOO_BIG, 429, TOO_MANY_TRIES, 503, DATABASE_AWAY);

    final HttpStatus status;
    final String words;

    Trouble(HttpStatus status, String words) {
        this.status = status;
        this.words = words;
    }

    static Trouble of(int status) {
        // Safety: "not allowed", "no such method" and "no such page" look alike, so that nothing is learned by knocking.
        return BY_STATUS.getOrDefault(status, HttpStatusCode.valueOf(status).is4xxClientError() ? NOT_FOUND : BROKEN);
    }

    static Trouble of(Throwable thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataAccessResourceFailureException || cause instanceof CannotCreateTransactionException) return DATABASE_AWAY;
            if (cause instanceof NotFound || cause instanceof TypeMismatchException) return NOT_FOUND;
            if (cause instanceof RuleBroken) return REFUSED;
            if (cause instanceof OptimisticLockingFailureException) return CHANGED_MEANWHILE;
            if (cause instanceof MaxUploadSizeExceededException) return TOO_BIG;
            if (cause instanceof InvalidParameterException refused) return of(refused.getErrorCode());
            if (cause instanceof ErrorResponse refused) return of(refused.getStatusCode().value());
        }
        return BROKEN;
    }
}
