package org.claimtrail.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTests {

    private final PasswordPolicy policy = new PasswordPolicy("Harbour Fact Desk");

    @ParameterizedTest
    @CsvSource({
        "elevenchars,short",
        "password2024!,common",
        "qwertyuiop2024!,common",
        "password$$$$,common",
        "aaaaaaaaaaaa,common",
        "letmeinletmein,common",
        "newcolleague2026,own",
        "HarbourFactDesk1,own",
        "claimtrail-claimtrail!,common",
        "fact-checking-2026,own",
        "new.colleague@desk.example,own"
    })
    void refusesWhatIsTriedFirst(String password, String why) {
        assertThat(policy.refusal(password, "new.colleague@desk.example", "New Colleague"))
                .contains("account.password." + why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a quiet river at dawn", "тихая река утром", "8 bridges, 3 rivers", "xK9#mQ2$vL7!"})
    void takesWhatIsNot(String password) {
        assertThat(policy.refusal(password, "new.colleague@desk.example", "New Colleague"))
                .isEmpty();
    }
}
