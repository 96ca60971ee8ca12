package org.claimtrail.export;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.claimtrail.proof.Checkpoint;
import org.jspecify.annotations.Nullable;

/** An Atom feed as RFC 4287 has it. */
final class AtomFeed {

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    private static final String HISTORY = "urn:claimtrail:history";

    private AtomFeed() {}

    /** One entry; its id is its address and a fragment where an address has several. */
    record Entry(
            String id, String title, String author, Instant updated, Instant published, String summary, String link) {}

    /**
     * The feed's bytes, in UTF-8. Characters that XML 1.0 forbids are written as U+FFFD.
     *
     * @param self the feed's own address, which is its id too
     * @param page the address of the page with the same content
     * @param checkpoint the newest one of the history; null where there is none yet
     * @param entries newest first
     */
    static byte[] write(String title, String self, String page, @Nullable Checkpoint checkpoint, List<Entry> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.setDefaultNamespace(NAMESPACE);
            xml.writeStartElement(NAMESPACE, "feed");
            xml.writeDefaultNamespace(NAMESPACE);
            element(xml, "id", self);
            element(xml, "title", title);
            element(xml, "updated", updated(entries).toString());
            link(xml, "self", self);
            link(xml, "alternate", page);
            if (checkpoint != null) {
                write(xml, checkpoint);
            }
            for (Entry entry : entries) {
                write(xml, entry);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    /** An extension of this program: readers of feeds pass over what they do not know (RFC 4287, section 6). */
    private static void write(XMLStreamWriter xml, Checkpoint checkpoint) throws XMLStreamException {
        xml.setPrefix("history", HISTORY);
        xml.writeStartElement(HISTORY, "checkpoint");
        xml.writeNamespace("history", HISTORY);
        xml.writeAttribute("number", Integer.toString(checkpoint.number()));
        xml.writeCharacters(checkpoint.hash().hex());
        xml.writeEndElement();
    }

    private static Instant updated(List<Entry> entries) {
        return entries.stream().map(Entry::updated).max(Instant::compareTo).orElse(Instant.EPOCH);
    }

    private static void write(XMLStreamWriter xml, Entry entry) throws XMLStreamException {
        xml.writeStartElement(NAMESPACE, "entry");
        element(xml, "id", entry.id());
        element(xml, "title", entry.title());
        element(xml, "updated", entry.updated().toString());
        element(xml, "published", entry.published().toString());
        xml.writeStartElement(NAMESPACE, "author");
        element(xml, "name", entry.author());
        xml.writeEndElement();
        element(xml, "summary", entry.summary());
        link(xml, "alternate", entry.link());
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(NAMESPACE, name);
        xml.writeCharacters(allowed(text));
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String rel, String address) throws XMLStreamException {
        xml.writeEmptyElement(NAMESPACE, "link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("href", Objects.requireNonNull(address));
    }

    /** XML 1.0, production 2: what is no Char cannot stand in a document, not even escaped. */
    private static String allowed(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean isChar = c == '\t'
                    || c == '\n'
                    || c == '\r'
                    || c >= 0x20 && c <= 0xD7FF
                    || c >= 0xE000 && c <= 0xFFFD
                    || c >= 0x10000;
            clean.appendCodePoint(isChar ? c : 0xFFFD);
        });
        return clean.toString();
    }
}
