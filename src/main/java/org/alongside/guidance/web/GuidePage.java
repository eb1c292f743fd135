package org.alongside.guidance.web;

import java.util.List;
import org.alongside.helpline.Helpline;

/** One short page. @param lines for those who worry about how they behave, on the pages behind their door; on others none */
record GuidePage(Guide guide, List<Helpline> lines) {}
