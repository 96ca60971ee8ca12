package org.claimtrail.splitting;

import java.util.ArrayList;
import java.util.List;
import org.claimtrail.splitting.Token.Tag;
import org.jspecify.annotations.Nullable;

/** Who was spoken of last, to resolve "he", "she" and "the two" where only one reading is safe. */
final class Memory {

    private static final int REMEMBERED = 8;

    private final People people;
    private final List<String> mentioned = new ArrayList<>();
    private @Nullable String subject;
    private @Nullable String speaker;

    Memory(People people) {
        this.people = people;
    }

    /** Who "he" or "she" is, or null. */
    @Nullable
    String person() {
        return subject != null ? subject : speaker;
    }

    @Nullable
    String speaker() {
        return speaker;
    }

    /** The two people named last, as "A and B", or null. */
    @Nullable
    String pair() {
        int size = mentioned.size();
        return size < 2 ? null : mentioned.get(size - 2) + " and " + mentioned.get(size - 1);
    }

    void subject(@Nullable String person) {
        subject = person;
    }

    void speaker(@Nullable String name) {
        speaker = name;
    }

    /** Notes the people a sentence names, in order. */
    void mention(List<Token> words) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).is(Tag.PROPN)) {
                String full = people.full(words.get(i).text());
                if (full != null) {
                    mentioned.remove(full);
                    mentioned.add(full);
                    if (mentioned.size() > REMEMBERED) {
                        mentioned.remove(0);
                    }
                }
            }
        }
    }
}
