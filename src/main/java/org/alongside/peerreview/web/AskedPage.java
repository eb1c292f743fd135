package org.alongside.peerreview.web;

import java.util.List;
import org.alongside.peerreview.Review;

record AskedPage(List<Review> asked, boolean offered) {}
