package org.alongside.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.WorkerAtTheDoor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds once, at the door, who is asking: a worker behind sign-in, anyone elsewhere. Runs after the sign-in check. */
@Component
@Order(0)
class ActorFilter extends OncePerRequestFilter {
    private final ObjectProvider<WorkerAtTheDoor> door;

    ActorFilter(ObjectProvider<WorkerAtTheDoor> door) {
        this.door = door;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        Failure failure = Acting.as(actor(request), () -> follow(chain, request, response));
        if (failure.io != null) throw failure.io;
        if (failure.servlet != null) throw failure.servlet;
    }

    private Actor actor(HttpServletRequest request) {
        boolean desk = request.getRequestURI().equals("/desk") || request.getRequestURI().startsWith("/desk/");
        WorkerAtTheDoor known = desk ? door.getIfAvailable() : null;
        return known == null ? new Actor.Public() : known.of(request).<Actor>map(worker -> worker).orElseGet(Actor.Public::new);
    }

    private record Failure(@Nullable IOException io, @Nullable ServletException servlet) {}

    private static Failure follow(FilterChain chain, HttpServletRequest request, HttpServletResponse response) {
        try {
            chain.doFilter(request, response);
            return new Failure(null, null);
        } catch (IOException failed) {
            return new Failure(failed, null);
        } catch (ServletException failed) {
            return new Failure(null, failed);
        }
    }
}
