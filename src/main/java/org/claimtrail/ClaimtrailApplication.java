package org.claimtrail;

import java.util.Arrays;
import org.claimtrail.command.SplitCommand;
import org.claimtrail.measuring.MeasureCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the desk's web application. */
@SpringBootApplication
public class ClaimtrailApplication {

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("split")) {
            System.exit(SplitCommand.run(Arrays.asList(args).subList(1, args.length)));
        }
        if (args.length > 0 && args[0].equals("measure")) {
            System.exit(MeasureCommand.run(Arrays.asList(args).subList(1, args.length)));
        }
        SpringApplication.run(ClaimtrailApplication.class, args);
    }
}
