package org.alongside;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Alongside {
    public static void main(String[] arguments) {
        SpringApplication.run(Alongside.class, arguments);
    }
}
