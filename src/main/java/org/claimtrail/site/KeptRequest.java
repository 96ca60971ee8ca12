package org.claimtrail.site;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A form that was sent when the session had ended, kept until its writer has signed in again. */
record KeptRequest(String path, LinkedHashMap<String, ArrayList<String>> fields) implements Serializable {

    /** One value that was typed; a value without words in it, such as a version, goes along hidden. */
    record Field(String name, String value) {}

    List<Field> list() {
        List<Field> list = new ArrayList<>();
        for (Map.Entry<String, ArrayList<String>> field : fields.entrySet()) {
            field.getValue().forEach(value -> list.add(new Field(field.getKey(), value)));
        }
        return list;
    }
}
