package org.alongside.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.Set;
import org.alongside.AlongsideTest;
import org.alongside.Desk;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.access.Role;
import org.alongside.shared.Side;
import org.jspecify.annotations.Nullable;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

/** The desk offers nobody a way to a page that is not there for them. */
@AlongsideTest
class DeskLinksTests {
    @Autowired World world;
    @Autowired Desk desk;

    @ParameterizedTest
    @EnumSource(Role.class)
    void every_way_that_is_offered_leads_somewhere_whatever_the_role_and_the_side(Role role) throws Exception {
        Map<String, Integer> nowhere = new LinkedHashMap<>();
        int offered = 0;
        for (@Nullable Side side : new Side[] {Side.SUPPORT, Side.CHANGE, null}) {
            Actor.Worker worker = world.hire(DemoTown.LANTERN, side, "Links", role);
            try {
                for (String way : ways(worker)) {
                    offered++;
                    int status = desk.send(worker, get(way)).getStatus();
                    if (status != 200) nowhere.put(way + " on " + (side == null ? "no side" : side), status);
                }
                MockHttpServletResponse first = desk.send(worker, get("/desk"));
                if (first.getRedirectedUrl() != null && desk.send(worker, get(first.getRedirectedUrl())).getStatus() != 200) nowhere.put("/desk to " + first.getRedirectedUrl() + " on " + side, 404);
            } finally {
                world.leave(worker);
            }
        }
        assertThat(nowhere).isEmpty();
        assertThat(offered).as("control: something was offered").isPositive();
    }

    private Set<String> ways(Actor.Worker worker) throws Exception {
        String page = desk.send(worker, get("/desk/account")).getContentAsString(StandardCharsets.UTF_8);
        return new TreeSet<>(Jsoup.parse(page).select("nav a[href^=/desk]").eachAttr("href"));
    }
}
