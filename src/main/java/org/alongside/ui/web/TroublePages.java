package org.alongside.ui.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Stream;
import org.alongside.shared.RuleBroken;
import org.alongside.ui.Frame;
import org.alongside.ui.Frames;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Shows a calm page, with its exit and the helplines, for whatever went wrong: in a controller, in a page, or at the door. */
@Controller
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class TroublePages implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(TroublePages.class);
    private final Frames frames;

    TroublePages(Frames frames) {
        this.frames = frames;
    }

    @ExceptionHandler(Throwable.class)
    ModelAndView thrown(Throwable thrown, HttpServletRequest request, HttpServletResponse response) {
        Trouble trouble = Trouble.of(thrown);
        if (trouble == Trouble.BROKEN) {
            // Safety: where it broke, never the message: a message may quote what a person typed.
            LOG.error("A page broke: {}", where(thrown));
        }
        return page(trouble, thrown instanceof RuleBroken rule ? rule : null, request, response);
    }

    @RequestMapping("${server.error.path:/error}")
    ModelAndView failed(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) return thrown(thrown, request, response);
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return page(status instanceof Integer code ? Trouble.of(code) : Trouble.NOT_FOUND, null, request, response);
    }

    private static String where(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        List<StackTraceElement> steps = Stream.concat(Stream.of(cause.getStackTrace()), Stream.of(thrown.getStackTrace())).toList();
        String ours = steps.stream().filter(step -> step.getClassName().startsWith("org.alongside.")).findFirst().or(() -> steps.stream().findFirst()).map(StackTraceElement::toString).orElse("an unknown place");
        return cause.getClass().getName() + " at " + ours;
    }

    private ModelAndView page(Trouble trouble, @Nullable RuleBroken rule, HttpServletRequest request, HttpServletResponse response) {
        // The frame of nobody: who is signed in may be just what could not be asked.
        Frame frame = frames.ofNobody(request);
        response.setStatus(trouble.status.value());
        return new ModelAndView("ui/web/trouble").addObject("frame", frame).addObject("page", TroublePage.of(trouble, rule, frame.onDesk()));
    }
}
