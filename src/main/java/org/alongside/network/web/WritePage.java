package org.alongside.network.web;

import org.alongside.network.PostKind;
import org.alongside.shared.Problems;

/** Writing a notice, a resource or a question. */
record WritePage(PostKind kind, PostForm form, Problems problems) {}
