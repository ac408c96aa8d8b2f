package dev.drover.text.cib;

import com.ctc.wstx.stax.WstxOutputFactory;
import dev.drover.text.xml.XmlElement;
import java.io.StringWriter;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes elements as indented text. */
final class XmlText {
  private static final String REPLACEMENT = "\uFFFD";

  private XmlText() {}

  static String of(XmlElement root) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter writer = new WstxOutputFactory().createXMLStreamWriter(text);
      writer.writeStartDocument("UTF-8", "1.0");
      write(writer, root, 0);
      writer.writeCharacters("\n");
      writer.writeEndDocument();
      writer.close();
    } catch (XMLStreamException impossible) {
      // Nothing is written to but memory, and what XML cannot hold has been replaced.
      throw new IllegalStateException(impossible);
    }
    return text.toString();
  }

  private static void write(XMLStreamWriter writer, XmlElement element, int depth)
      throws XMLStreamException {
    String indentation = "\n" + "  ".repeat(depth);
    writer.writeCharacters(indentation);
    if (element.children().isEmpty()) {
      writer.writeEmptyElement(element.name());
    } else {
      writer.writeStartElement(element.name());
    }
    for (Map.Entry<String, String> attribute : element.attributes().entrySet()) {
      writer.writeAttribute(attribute.getKey(), allowed(attribute.getValue()));
    }
    for (XmlElement child : element.children()) {
      write(writer, child, depth + 1);
    }
    if (!element.children().isEmpty()) {
      writer.writeCharacters(indentation);
      writer.writeEndElement();
    }
  }

  /** The text with what XML cannot hold replaced: an agent may give any reason for its failure. */
  private static String allowed(String text) {
    StringBuilder allowed = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              if (isAllowed(point)) {
                allowed.appendCodePoint(point);
              } else {
                allowed.append(REPLACEMENT);
              }
            });
    return allowed.toString();
  }

  private static boolean isAllowed(int point) {
    boolean space = point == '\t' || point == '\n' || point == '\r';
    return space
        || (point >= 0x20 && point < Character.MIN_SURROGATE)
        || (point > Character.MAX_SURROGATE && point < 0xFFFE)
        || point >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
  }
}
