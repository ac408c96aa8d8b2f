package dev.drover.text.report;

import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML document in memory, each element on a line of its own and indented. */
final class XmlText {
  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter writer;
  private final Deque<String> open = new ArrayDeque<>();

  XmlText() {
    try {
      writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    } catch (XMLStreamException problem) {
      throw impossible(problem);
    }
  }

  void open(String element, Map<String, String> attributes) {
    try {
      indent();
      writer.writeStartElement(element);
      write(attributes);
      writer.writeCharacters("\n");
      open.push(element);
    } catch (XMLStreamException problem) {
      throw impossible(problem);
    }
  }

  void close() {
    try {
      open.pop();
      indent();
      writer.writeEndElement();
      writer.writeCharacters("\n");
    } catch (XMLStreamException problem) {
      throw impossible(problem);
    }
  }

  void empty(String element, Map<String, String> attributes) {
    try {
      indent();
      writer.writeEmptyElement(element);
      write(attributes);
      writer.writeCharacters("\n");
    } catch (XMLStreamException problem) {
      throw impossible(problem);
    }
  }

  private void write(Map<String, String> attributes) throws XMLStreamException {
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      writer.writeAttribute(attribute.getKey(), attribute.getValue());
    }
  }

  private void indent() throws XMLStreamException {
    writer.writeCharacters("  ".repeat(open.size()));
  }

  /** Memory does not fail as a file would. */
  private static IllegalStateException impossible(XMLStreamException problem) {
    return new IllegalStateException("XML in memory: " + problem.getMessage(), problem);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
