package org.claimtrail.splitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class CodesTests {

    @Test
    void codesAreLowerSnakeCaseAndReadBack() {
        assertThat(ClaimKind.DATE_PLAN.code()).isEqualTo("date_plan");
        assertThat(ClaimKind.values())
                .allSatisfy(kind -> assertThat(ClaimKind.of(kind.code())).isEqualTo(kind));
        assertThat(Reason.values())
                .allSatisfy(reason -> assertThat(Reason.of(reason.code())).isEqualTo(reason));
        assertThat(NotCheckable.values())
                .allSatisfy(why -> assertThat(NotCheckable.of(why.code())).isEqualTo(why));
    }

    @Test
    void anUnknownCodeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ClaimKind.of("rumour"));
    }
}
