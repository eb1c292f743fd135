package org.alongside.programme.web;

import java.util.UUID;
import org.alongside.programme.Templates;
import org.alongside.shared.Problems;

/** @param next the id of the next version, should somebody begin it */
record TemplatePage(Templates.Template template, boolean mayWrite, TemplateForm form, UUID next, Problems problems) {
    String path() {
        return "/desk/groups/templates/" + template.id();
    }
}
