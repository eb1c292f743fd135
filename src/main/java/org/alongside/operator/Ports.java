package org.alongside.operator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.springframework.core.env.Environment;

/** Looks before anything starts whether the two ports are free, so that a taken one costs a second and a line. */
final class Ports {
    private Ports() {}

    static void mustBeFree(Environment environment) {
        int pages = port(environment, "PORT", "8080");
        int management = port(environment, "MANAGEMENT_PORT", "8081");
        if (pages == management && pages != 0) throw new CannotStart("PORT and MANAGEMENT_PORT are both " + pages + ": they must differ");
        mustBeFree("PORT", new InetSocketAddress(pages));
        mustBeFree("MANAGEMENT_PORT", new InetSocketAddress(InetAddress.getLoopbackAddress(), management));
    }

    static String inUse(String setting, int port) {
        return "Port " + port + " is in use: stop the program that has it, or choose another port with " + setting;
    }

    private static int port(Environment environment, String setting, String usual) {
        String text = environment.getProperty(setting, usual);
        try {
            int port = Integer.parseInt(text.strip());
            if (port >= 0 && port <= 65535) return port;
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw new CannotStart(setting + " must be a number from 1 to 65535, not " + text);
    }

    private static void mustBeFree(String setting, InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
        } catch (IOException taken) {
            throw new CannotStart(taken.getMessage() != null && taken.getMessage().contains("Permission denied")
                    ? "Port " + address.getPort() + " needs rights this user does not have: choose one above 1023 with " + setting : inUse(setting, address.getPort()));
        }
    }
}
