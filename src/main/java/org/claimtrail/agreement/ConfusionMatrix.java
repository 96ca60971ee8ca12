package org.claimtrail.agreement;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** How often each first rating met each second rating; rows are first ratings. */
public final class ConfusionMatrix {

    private final int[][] counts;

    /** @param counts square, a row a first rating; copied */
    public ConfusionMatrix(int[][] counts) {
        this.counts = Arrays.stream(counts).map(int[]::clone).toArray(int[][]::new);
    }

    public int labels() {
        return counts.length;
    }

    public int count(int first, int second) {
        return counts[first][second];
    }

    public int firstTotal(int label) {
        return Arrays.stream(counts[label]).sum();
    }

    public int secondTotal(int label) {
        return Arrays.stream(counts).mapToInt(row -> row[label]).sum();
    }

    public int total() {
        return IntStream.range(0, counts.length).map(this::firstTotal).sum();
    }

    /** How many units have the same label twice. */
    public int agreed() {
        return IntStream.range(0, counts.length).map(i -> counts[i][i]).sum();
    }

    public int highest() {
        return Arrays.stream(counts).flatMapToInt(Arrays::stream).max().orElse(0);
    }

    /** The part where both ratings are among these labels, in this order. */
    public ConfusionMatrix only(List<Integer> labels) {
        int[][] part = new int[labels.size()][labels.size()];
        for (int row = 0; row < part.length; row++) {
            for (int column = 0; column < part.length; column++) {
                part[row][column] = counts[labels.get(row)][labels.get(column)];
            }
        }
        return new ConfusionMatrix(part);
    }

    public Alpha alpha(Metric metric) {
        return Alpha.of(Coincidences.of(this), metric);
    }
}
