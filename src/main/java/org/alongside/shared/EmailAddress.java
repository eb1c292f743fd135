package org.alongside.shared;

import java.util.regex.Pattern;

/** Whether what was typed can be an e-mail address; whether it is somebody's, only a mail can say. */
public final class EmailAddress {
    private static final Pattern SHAPE = Pattern.compile("[^\\s@<>,;]{1,64}@[^\\s@<>,;.]+(\\.[^\\s@<>,;.]+)+");

    private EmailAddress() {
    }

    public static boolean canArrive(String typed) {
        return typed.length() <= 254 && SHAPE.matcher(typed).matches();
    }
}
