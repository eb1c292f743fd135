package org.alongside.network.web;

import java.util.List;
import org.alongside.network.Moderation;
import org.alongside.network.Post;

/** What waits for a moderator. */
record HeldPage(List<Post> held, List<Moderation.Objection> objections, List<Post> hidden) {}
