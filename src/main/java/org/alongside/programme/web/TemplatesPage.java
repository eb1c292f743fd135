package org.alongside.programme.web;

import java.util.List;
import org.alongside.programme.Templates;
import org.alongside.shared.Problems;

record TemplatesPage(List<Templates.Template> all, boolean mayWrite, TemplateForm form, Problems problems) {}
