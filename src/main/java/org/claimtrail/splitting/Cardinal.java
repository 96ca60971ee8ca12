package org.claimtrail.splitting;

import org.jspecify.annotations.Nullable;

/** Adds up the words of a whole number, one at a time: "two hundred", "and", "five", "thousand". */
final class Cardinal {

    private static final int HUNDRED = 100;
    private static final int THOUSAND = 1000;

    private final boolean startsInDigits;
    /** Whether nothing but digits has been read. */
    private boolean digits;
    /** What the scales so far have closed. */
    private double total;
    /** What the next scale will multiply. */
    private double group;
    /** What the last scale closed, and what it was. */
    private double closed;

    private double lastScale = Double.MAX_VALUE;
    private boolean zero;

    private Cardinal(double start, boolean digits) {
        this.group = start;
        this.digits = digits;
        this.startsInDigits = digits;
    }

    static Cardinal empty() {
        return new Cardinal(0, false);
    }

    /** A number that "a" opens: "a hundred". */
    static Cardinal one() {
        return new Cardinal(1, false);
    }

    /** A number whose first part is written in digits: "4 hundred million". */
    static Cardinal ofDigits(double value) {
        return new Cardinal(value, true);
    }

    boolean startsInDigits() {
        return startsInDigits;
    }

    double value() {
        return total + group;
    }

    boolean isStarted() {
        return group > 0 || closed > 0 || zero;
    }

    /** Whether the next word may only be smaller than the last scale, as nothing waits for a scale. */
    boolean isClosed() {
        return group == 0 && closed > 0;
    }

    double lastScale() {
        return lastScale;
    }

    /** "fifty" before "two". */
    boolean isTens() {
        return !digits && group >= 20 && group % 10 == 0 && group % HUNDRED != 0;
    }

    boolean isHundreds() {
        return !digits && group >= HUNDRED && group % HUNDRED == 0;
    }

    /** Takes a number below a hundred: "twenty" takes "three", "two hundred" takes "twenty"; "three" takes nothing. */
    boolean take(int small) {
        boolean open = digits ? isClosed() : group == 0 || isTens() && small > 0 && small < 10 || isHundreds();
        if (zero || !open) {
            return false;
        }
        group += small;
        zero = small == 0 && !isClosed();
        return true;
    }

    /** Takes "hundred", "thousand", "million"; two in a row multiply. */
    boolean take(@Nullable Double scale) {
        if (scale == null || zero) {
            return false;
        }
        if (scale == HUNDRED && group > 0 && (digits || group < HUNDRED)) {
            group = Digits.scaled(group, scale);
            digits = false;
            return true;
        }
        if (group > 0 && scale != HUNDRED && scale < lastScale) {
            closed = Digits.scaled(group, scale);
            total += closed;
            group = 0;
            lastScale = scale;
            return true;
        }
        boolean twice = isClosed() && scale >= THOUSAND;
        if (twice) {
            total += closed * (scale - 1);
            closed *= scale;
            lastScale *= scale;
        }
        return twice;
    }

    void add(double more) {
        total += more;
    }
}
