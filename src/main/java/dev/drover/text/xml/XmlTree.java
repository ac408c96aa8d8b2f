package dev.drover.text.xml;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import dev.drover.text.InputException;
import dev.drover.text.InputProblem;
import java.io.BufferedInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a document, plain or compressed, into elements: no document type, nothing fetched,
 * everything bounded.
 */
public final class XmlTree {
  private XmlTree() {}

  /**
   * Reads one document.
   *
   * @param name what problems call the source
   * @return the root element
   * @throws InputException where the bytes are no XML document within the limits
   * @throws IOException where the stream cannot be read
   */
  public static XmlElement read(InputStream input, String name, Limits limits)
      throws IOException, InputException {
    try {
      XMLStreamReader reader = factory(limits).createXMLStreamReader(decompress(input));
      try {
        return read(reader, name);
      } finally {
        reader.close();
      }
    } catch (XMLStreamException malformed) {
      Throwable cause = malformed.getNestedException();
      if (cause instanceof DamagedArchive damaged) {
        throw damaged(name, damaged);
      }
      if (cause instanceof IOException unreadable && !(cause instanceof CharConversionException)) {
        throw unreadable;
      }
      throw problem(name, malformed);
    } catch (DamagedArchive damaged) {
      throw damaged(name, damaged);
    }
  }

  private static InputException damaged(String name, DamagedArchive archive) {
    String expected = "a complete " + archive.format() + " file";
    return new InputException(
        new InputProblem(name, 0, 0, "damaged " + archive.format() + " data", expected, null));
  }

  private static XMLInputFactory factory(Limits limits) {
    // Woodstox by name: another implementation on the class path would not know the limits.
    XMLInputFactory factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    // What is parsed later fails later, as an unchecked exception.
    factory.setProperty(WstxInputProperties.P_LAZY_PARSING, false);
    factory.setProperty(WstxInputProperties.P_MAX_CHARACTERS, limits.characters());
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_COUNT, limits.elements());
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, limits.depth());
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, limits.attributes());
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, limits.attributeLength());
    factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, limits.attributeLength());
    return factory;
  }

  private static InputStream decompress(InputStream input) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(input);
    buffered.mark(3);
    byte[] magic = buffered.readNBytes(3);
    buffered.reset();
    if (magic.length == 3 && magic[0] == 'B' && magic[1] == 'Z' && magic[2] == 'h') {
      return DamagedArchive.guard("bzip2", () -> new BZip2CompressorInputStream(buffered, true));
    }
    if (magic.length >= 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b) {
      return DamagedArchive.guard("gzip", () -> new GZIPInputStream(buffered));
    }
    return buffered;
  }

  private static XmlElement read(XMLStreamReader reader, String name)
      throws XMLStreamException, InputException {
    Deque<Open> open = new ArrayDeque<>();
    SeenValues seen = new SeenValues();
    XmlElement root = null;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> open.push(new Open(reader, seen));
        case XMLStreamConstants.END_ELEMENT -> {
          XmlElement element = open.pop().end();
          if (open.isEmpty()) {
            root = element;
          } else {
            open.peek().children.add(element);
          }
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (!reader.isWhiteSpace() && !open.isEmpty()) {
            open.peek().text.append(reader.getText());
          }
        }
        case XMLStreamConstants.DTD ->
            throw new InputException(
                problem(name, reader.getLocation(), "<!DOCTYPE", "no document type", null));
        default -> {
          // Comments, white space and processing instructions carry no meaning here.
        }
      }
    }
    if (root == null) {
      throw new InputException(new InputProblem(name, 1, 1, "", "an XML document", null));
    }
    return root;
  }

  /** An element whose end has not been read. */
  private static final class Open {
    private final String name;
    private final Map<String, String> attributes;
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder(0);
    private final Location location;

    private Open(XMLStreamReader reader, SeenValues seen) {
      name = reader.getLocalName();
      attributes = new ReadAttributes(reader, seen);
      location = reader.getLocation();
    }

    private XmlElement end() {
      return new XmlElement(
          name,
          attributes,
          List.copyOf(children),
          text.toString().strip(),
          location.getLineNumber(),
          location.getColumnNumber());
    }
  }

  private static InputException problem(String name, XMLStreamException malformed) {
    // The parser appends its own position on a second line; ours stands in front.
    String what = String.valueOf(malformed.getMessage()).lines().findFirst().orElse("").strip();
    String expected =
        what.matches(".*\\blimit\\b.*") ? "a document within the limits" : "well-formed XML";
    return new InputException(problem(name, malformed.getLocation(), what, expected, null));
  }

  private static InputProblem problem(
      String name, @Nullable Location at, String found, String expected, @Nullable String maybe) {
    int line = at == null ? 0 : Math.max(0, at.getLineNumber());
    int column = at == null ? 0 : Math.max(0, at.getColumnNumber());
    return new InputProblem(name, line, column, found, expected, maybe);
  }
}
