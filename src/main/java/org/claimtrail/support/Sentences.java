package org.claimtrail.support;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says message keys in words. */
@Component
public class Sentences {

    private final MessageSource messages;

    Sentences(MessageSource messages) {
        this.messages = messages;
    }

    /** The text of a key with its arguments; an argument that starts with {@code '#'} is a key too, a list is joined. */
    public String say(String key, Object... arguments) {
        Object[] words = List.of(arguments).stream().map(this::word).toArray();
        return messages.getMessage(key, words, Locale.ENGLISH);
    }

    /** The sentence of a refusal. */
    public String say(Refused refused) {
        return say(refused.key(), refused.arguments().toArray());
    }

    private Object word(Object argument) {
        if (argument instanceof Collection<?> several) {
            return several.stream().map(each -> String.valueOf(word(each))).collect(Collectors.joining(", "));
        }
        if (argument instanceof String text && text.startsWith("#")) {
            return messages.getMessage(text.substring(1), null, Locale.ENGLISH);
        }
        return argument;
    }
}
