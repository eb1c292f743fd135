package org.alongside.engagement.web;

import java.util.List;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;

/** A new post. */
record WritePage(PostForm form, List<Option> campaigns, Problems problems) {}
