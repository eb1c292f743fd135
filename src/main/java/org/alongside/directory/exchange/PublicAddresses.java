package org.alongside.directory.exchange;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** Which machines may be asked for a directory: those of the open net, never one beside this, nor one that an address inside the address leads to. Source: IANA's registries of special-purpose addresses. */
final class PublicAddresses {
    private static final List<IpAddressMatcher> CLOSED = Stream.of("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
            "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "168.63.129.16/32", "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8").map(IpAddressMatcher::new).toList();
    private PublicAddresses() {
    }

    // Safety: somebody who may name an address must not make this machine read what stands behind its own door.
    static boolean contains(InetAddress address) {
        if (address.isAnyLocalAddress() || address.isLoopbackAddress() || address.isLinkLocalAddress() || address.isSiteLocalAddress() || address.isMulticastAddress()) return false;
        String written = address.getHostAddress().replaceFirst("%.*", "");
        return CLOSED.stream().noneMatch(range -> range.matches(written));
    }
}
