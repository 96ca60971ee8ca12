package org.claimtrail.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * Counts by row and column as squares whose areas are the counts. Columns are named by the numbers of the rows. All places
 * are in units of the drawing.
 *
 * @param title what it shows, for those who do not see it
 */
public record SquareMatrix(String title, List<Label> labels, List<Square> squares, int width, int height) {

    private static final int LEFT = 150;
    private static final int TOP = 28;
    private static final int CELL = 32;
    private static final double LARGEST = 28;
    private static final double SMALLEST = 8;

    /** A row and the column of the same number, with the middles of both. */
    public record Label(String number, String text, double x, double y) {}

    /**
     * A count above zero.
     *
     * @param same whether row and column are the same
     */
    public record Square(double x, double y, double size, double middleX, double middleY, String text, boolean same) {}

    /** @param counts a row for each label, a column for each label */
    public static SquareMatrix of(String title, List<String> labels, List<List<Integer>> counts) {
        int highest = counts.stream()
                .flatMap(List::stream)
                .mapToInt(Integer::intValue)
                .max()
                .orElse(1);
        List<Label> names = new ArrayList<>();
        List<Square> squares = new ArrayList<>();
        for (int row = 0; row < labels.size(); row++) {
            names.add(new Label(
                    String.valueOf(row + 1), labels.get(row), LEFT + CELL * (row + 0.5), TOP + CELL * (row + 0.5)));
            for (int column = 0; column < labels.size(); column++) {
                int count = counts.get(row).get(column);
                if (count > 0) {
                    squares.add(square(row, column, count, highest));
                }
            }
        }
        int side = CELL * labels.size();
        return new SquareMatrix(title, names, squares, LEFT + side + 8, TOP + side + 8);
    }

    private static Square square(int row, int column, int count, int highest) {
        double size = Axis.tenth(Math.max(SMALLEST, LARGEST * Math.sqrt((double) count / highest)));
        double x = LEFT + CELL * (column + 0.5);
        double y = TOP + CELL * (row + 0.5);
        return new Square(
                Axis.tenth(x - size / 2), Axis.tenth(y - size / 2), size, x, y, Figures.count(count), row == column);
    }

    public int left() {
        return LEFT;
    }

    public int top() {
        return TOP;
    }

    public int side() {
        return CELL * labels.size();
    }

    public int cell() {
        return CELL;
    }
}
