package org.alongside.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.alongside.shared.Seal;
import org.springframework.stereotype.Component;

/** The part of the world a request comes from, as a fingerprint: an IPv4 /24 or an IPv6 /56. The address itself is kept nowhere. */
@Component
public class Network {
    private final Seal seal;

    Network(Seal seal) {
        this.seal = seal;
    }

    public String of(HttpServletRequest request) {
        return of(request.getRemoteAddr());
    }

    String of(String address) {
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            Arrays.fill(bytes, bytes.length == 4 ? 3 : 7, bytes.length, (byte) 0);
            return seal.fingerprint("network", InetAddress.getByAddress(bytes).getHostAddress());
        } catch (UnknownHostException odd) {
            return seal.fingerprint("network", "unknown");
        }
    }
}
