package org.claimtrail;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.claimtrail.command.BackupCommand;
import org.claimtrail.command.SplitCommand;
import org.claimtrail.measuring.MeasureCommand;
import org.claimtrail.proof.VerifyCommand;
import org.claimtrail.training.TrainCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the desk's web application. */
@SpringBootApplication
public class ClaimtrailApplication {

    private static final Map<String, Function<List<String>, Integer>> COMMANDS = Map.of(
            "split", SplitCommand::run,
            "measure", MeasureCommand::run,
            "train", TrainCommand::run,
            "backup", BackupCommand::runBackup,
            "restore", BackupCommand::runRestore,
            "verify", VerifyCommand::run);

    public static void main(String[] args) {
        List<String> words = Arrays.asList(args);
        Function<List<String>, Integer> command = words.isEmpty() ? null : COMMANDS.get(words.get(0));
        if (command != null) {
            System.exit(command.apply(words.subList(1, words.size())));
        }
        SpringApplication.run(ClaimtrailApplication.class, args);
    }
}
