package org.alongside.engagement.web;

import java.time.Instant;
import java.util.List;
import org.alongside.engagement.Campaign;
import org.alongside.engagement.Post;
import org.alongside.engagement.Prose;
import org.alongside.helpline.Support;

/** A campaign as everybody reads it, with its posts. @param address where it is found, to be copied */
record CampaignPage(Campaign campaign, Support support, List<Post> posts, String address, Instant now) {
    List<Prose.Block> about() {
        return Prose.of(campaign.written().about());
    }
}
