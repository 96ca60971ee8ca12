package org.claimtrail.proof;

/**
 * The first thing of its kind that does not fit.
 *
 * @param place for example {@code claim 12, revision 3, position 45}
 */
record Misfit(String place, String what, String expected, String found) {

    @Override
    public String toString() {
        return "%s: %s: expected %s, found %s".formatted(place, what, expected, found);
    }
}
