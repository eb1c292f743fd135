package org.alongside.directory.openreferral;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Who answers, and where. @param publicUrl without a slash at the end */
@ConfigurationProperties("alongside")
record OpenReferralSettings(@DefaultValue("Local support") String serviceName, @DefaultValue("http://localhost:8080") String publicUrl) {
    String base() {
        return publicUrl + "/open-referral";
    }
}
