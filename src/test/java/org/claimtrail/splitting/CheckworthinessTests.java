package org.claimtrail.splitting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cases that leave no doubt: whatever the weights are trained on, they must get these right, and say why. */
class CheckworthinessTests {

    private final ClaimSplitter splitter = ClaimSplitter.standard();

    private SplitSentence only(String sentence) {
        List<SplitSentence> found =
                splitter.split(sentence, SplitterSettings.defaults()).sentences();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    quantity          | The flood killed 37 people in the valley.
                    quantity          | Unemployment in Lund fell to 4.1 percent.
                    date              | The dam was finished on 3 May 1962.
                    named_actor       | Ada Brook resigned as minister on Monday.
                    past_event        | Police arrested two men in Varen on Friday.
                    comparison        | Varen exported more steel than Lund in 2019.
                    announced_plan    | The government will close the Ost power station in March.
                    official_position | The ministry denied that soldiers had crossed the border.
                    reported_speech   | The mayor said the bridge had been closed since June.
                    rule_in_force     | The law bans the sale of the pesticide in Lund.
                    cause             | The fire was caused by a broken power line, investigators found.
                    """)
    void areWorthChecking(String reason, String sentence) {
        SplitSentence found = only(sentence);

        assertThat(found.checkworthy()).as(sentence).isTrue();
        assertThat(found.reasons()).contains(Reason.of(reason));
        assertThat(found.notCheckable()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    opinion    | It was a beautiful evening.
                    opinion    | The plan is unfair and shameful.
                    opinion    | The council should be ashamed.
                    opinion    | What could possibly go wrong?
                    prediction | Things might get better some day.
                    prediction | Perhaps the mood will be better in spring.
                    private    | I think we all feel sorry for them.
                    fragment   | Thank you.
                    """)
    void areNot(String why, String sentence) {
        SplitSentence found = only(sentence);

        assertThat(found.checkworthy()).as(sentence).isFalse();
        assertThat(found.notCheckable()).isEqualTo(NotCheckable.of(why));
        assertThat(found.reasons()).isEmpty();
    }

    @Test
    void aSpeechIsJudgedAsOne() {
        String speech = """
                I want to thank all of you.
                We created 22 million new jobs in eight years.
                My opponent voted against the treaty in 1999.
                You know what I mean.
                """;

        assertThat(splitter.split(speech, SplitterSettings.defaults()).sentences())
                .extracting(SplitSentence::checkworthy)
                .containsExactly(false, true, true, false);
    }

    @Test
    void aHigherThresholdProposesLess() {
        String text = "The council rejected the plan. The flood killed 37 people in Ost on 3 May 1962.";
        List<SplitSentence> strict =
                splitter.split(text, new SplitterSettings(null, 0.9)).sentences();

        assertThat(strict).extracting(SplitSentence::checkworthy).containsExactly(false, true);
        assertThat(strict.get(0).score()).isLessThan(0.9);
    }
}
