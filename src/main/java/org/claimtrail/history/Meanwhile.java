package org.claimtrail.history;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.claimtrail.account.Actor;

/**
 * What others changed while a form was open, and what was saved together with it.
 *
 * @param people their names
 * @param own whether it was the same person, in another window
 * @param fields the names of the form's fields
 */
public record Meanwhile(List<String> people, boolean own, List<String> fields) {

    public static final Meanwhile NOTHING = new Meanwhile(List.of(), false, List.of());

    /** What the fields that only the others changed tell. */
    public static Meanwhile of(Actor actor, Since since, Merge merge) {
        LinkedHashSet<String> people = new LinkedHashSet<>();
        List<String> fields = new ArrayList<>();
        boolean own = true;
        for (Merge.Field field : merge.fields()) {
            Revision last = field.theirsAlone() ? since.touching(field.facts()) : null;
            if (field.theirsAlone()) {
                fields.add(field.name());
            }
            if (last != null) {
                people.add(last.actorName());
            }
            own &= last == null || Objects.equals(last.actorId(), actor.id());
        }
        return new Meanwhile(List.copyOf(people), own, List.copyOf(fields));
    }

    public boolean nothing() {
        return fields.isEmpty();
    }

    /** The key of the sentence that says so; the given one where there is nothing to say. */
    public String sentence(String otherwise) {
        if (nothing()) {
            return otherwise;
        }
        return own || people.isEmpty() ? "conflict.together.own" : "conflict.together";
    }

    /** The arguments of that sentence. */
    public Object[] arguments() {
        return new Object[] {
            people, fields.stream().map(name -> "#conflict.field." + name).toList()
        };
    }
}
