package org.claimtrail.measuring;

/** Right, wrong and missed answers, counted up; precision, recall and their harmonic mean are 0 where undefined. */
final class Counts {

    private int right;
    private int wrong;
    private int missed;

    void right(int more) {
        right += more;
    }

    void wrong(int more) {
        wrong += more;
    }

    void missed(int more) {
        missed += more;
    }

    int right() {
        return right;
    }

    int wrong() {
        return wrong;
    }

    int missed() {
        return missed;
    }

    double precision() {
        return right == 0 ? 0 : (double) right / (right + wrong);
    }

    double recall() {
        return right == 0 ? 0 : (double) right / (right + missed);
    }

    double f1() {
        return right == 0 ? 0 : 2.0 * right / (2.0 * right + wrong + missed);
    }
}
