package org.claimtrail;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the desk's web application. */
@SpringBootApplication
public class ClaimtrailApplication {

    public static void main(String[] args) {
        SpringApplication.run(ClaimtrailApplication.class, args);
    }
}
