package org.claimtrail.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.claimtrail.support.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlotTests {

    @ParameterizedTest
    @CsvSource({
        "1, 0.0 0.2 0.4 0.6 0.8 1.0",
        "3, 0 1 2 3",
        "7, 0 2 4 6 8",
        "12, 0 5 10 15",
        "100, 0 20 40 60 80 100",
        "12345, '0 5,000 10,000 15,000'",
        "1000000, '0 200,000 400,000 600,000 800,000 1,000,000'"
    })
    void anAxisHasAFewRoundMarksAndHoldsTheHighestValue(double highest, String marks) {
        Axis axis = Axis.fromZero(highest, 0, 100);

        assertThat(axis.ticks(0).stream().map(Axis.Tick::text)).containsExactly(marks.split(" "));
        assertThat(axis.high()).isGreaterThanOrEqualTo(highest);
        assertThat(axis.at(axis.high())).isEqualTo(100);
    }

    @Test
    void anAxisOfCountsHasNoMarkBetweenTwoOfThem() {
        assertThat(Axis.fromZero(2, 0, 100).ticks(1).stream().map(Axis.Tick::text))
                .containsExactly("0", "1", "2");
        assertThat(Axis.fromZero(0, 0, 100).ticks(1).stream().map(Axis.Tick::text))
                .containsExactly("0", "1");
    }

    @Test
    void theSegmentsOfABarTouchAndEndAtItsTotal() {
        List<StackedBars.Series> series = List.of(
                new StackedBars.Series("a", "A", 0),
                new StackedBars.Series("b", "B", 1),
                new StackedBars.Series("c", "C", 2));

        StackedBars plot = StackedBars.of("T", series, List.of(new StackedBars.Value("May", List.of(30, 0, 70))));

        StackedBars.Bar bar = plot.bars().get(0);
        assertThat(bar.segments())
                .extracting(segment -> segment.series().code())
                .containsExactly("a", "c");
        StackedBars.Segment first = bar.segments().get(0);
        StackedBars.Segment last = bar.segments().get(1);
        assertThat(first.x() + first.width()).isEqualTo(last.x());
        assertThat(last.x() + last.width()).isEqualTo(bar.end());
        assertThat(last.width() / first.width()).isBetween(2.3, 2.4);
        assertThat(bar.total()).isEqualTo("100");
    }

    @Test
    void theAreasOfSquaresAreTheirCounts() {
        SquareMatrix plot = SquareMatrix.of("T", List.of("A", "B"), List.of(List.of(16, 4), List.of(0, 9)));

        assertThat(plot.squares()).hasSize(3);
        assertThat(plot.squares().get(0).size())
                .isEqualTo(2 * plot.squares().get(1).size());
        assertThat(plot.squares()).extracting(SquareMatrix.Square::same).containsExactly(true, false, true);
    }

    @Test
    void anAxisOfAlphaGoesBelowZeroWhereAFigureDoes() {
        DotPlot plot = DotPlot.upToOne("T", List.of(new DotPlot.Value("A", -0.35, -0.1, 0.2, "−0.100")), List.of(0.8));

        assertThat(plot.ticks().get(0).text()).isEqualTo("0.0");
        assertThat(plot.rows().get(0).dot()).isLessThan(plot.ticks().get(0).at());
        assertThat(plot.rows().get(0).from()).isLessThan(plot.rows().get(0).dot());
    }

    @Test
    void numbersAreWrittenAsPeopleReadThem() {
        assertThat(Figures.coefficient(-0.5)).isEqualTo("−0.500");
        assertThat(Figures.coefficient(-0.0001)).isEqualTo("0.000");
        assertThat(Figures.coefficient(null)).isEqualTo("–");
        assertThat(Figures.percent(2, 3)).isEqualTo("67 %");
        assertThat(Figures.days(9.96)).isEqualTo("10");
        assertThat(Figures.days(1.25)).isEqualTo("1.3");
        assertThat(Figures.count(12_345)).isEqualTo("12,345");
    }

    @Test
    void aPeriodIsDividedSoThatItsPlotStaysReadable() {
        assertThat(Period.parse("2026-01-01", "2026-03-31").step()).isEqualTo(Step.WEEK);
        assertThat(Period.parse("2026-01-01", "2026-12-31").step()).isEqualTo(Step.MONTH);
        assertThat(Period.parse("2010-01-01", "2026-12-31").step()).isEqualTo(Step.YEAR);
        assertThat(Period.parse(null, null).step()).isEqualTo(Step.YEAR);
    }

    @Test
    void aPeriodWithoutAnEndGoesToTodayAndWithoutABeginningOverTwelveMonths() {
        LocalDate today = LocalDate.of(2026, 5, 20);

        assertThat(Period.parse("", " ").orLastYear(today)).isEqualTo(new Period(LocalDate.of(2025, 6, 1), today));
        assertThat(Period.parse("2026-05-01", null).orLastYear(today))
                .isEqualTo(new Period(LocalDate.of(2026, 5, 1), today));
        LocalDate later = LocalDate.of(2027, 1, 1);
        assertThat(Period.parse("2027-01-01", null).orLastYear(today)).isEqualTo(new Period(later, later));
        assertThatThrownBy(() -> Period.parse("9999-12-31", null)).isInstanceOf(Refused.class);
    }
}
