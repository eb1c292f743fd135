package org.alongside.engagement.web;

import java.util.List;
import org.alongside.engagement.Campaign;
import org.alongside.engagement.Post;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;

/** A campaign on the desk. @param campaign null for a new one @param at which form came back with problems; empty for none */
record DeskCampaignPage(@Nullable Campaign campaign, CampaignForm form, ToldForm told, List<Post> posts, String at, Problems problems) {
    String path() {
        return campaign == null ? "/desk/engagement/campaigns" : "/desk/engagement/campaigns/" + campaign.id();
    }

    Problems problems(String form) {
        return at.equals(form) ? problems : new Problems();
    }
}
