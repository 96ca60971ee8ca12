package org.claimtrail.e2e;

/** Articles of the tests: written for them, from the facts of January 2022. */
final class Texts {

    static final String GENEVA = """
            [ad_1]
            GENEVA: Washington and Moscow will go on talking about Ukraine, their foreign ministers said on Friday after 90 minutes in a hotel by the lake.
            US Secretary of State Antony Blinken promised Russian Foreign Minister Sergey Lavrov a written reply within a week. Neither side reported any progress.
            Roughly 100,000 Russian soldiers stand within reach of the Ukrainian border. Moscow denies that it is preparing an attack.
            In eastern Ukraine, government forces and separatists backed by Russia are in their eighth year of a war that has killed 14,000 people.
            The American carrier Harry S. Truman will join an exercise of the alliance in the Mediterranean, planned since 2020, that ends on February 4, a Pentagon spokesman said. He said that it had nothing to do with the Russian troops.
            Russia said on Thursday that more than 140 ships would take part in its own naval exercises.
            Perhaps the mood will be better in spring.
            [ad_2]
            Source link
            """;

    private Texts() {}

    /** The same facts with a sentence that tells this text from every other. */
    static String unlikeOthers(String sentence) {
        return GENEVA.replace("[ad_2]", sentence + "\n[ad_2]");
    }
}
