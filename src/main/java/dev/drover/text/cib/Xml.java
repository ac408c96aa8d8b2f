package dev.drover.text.cib;

import dev.drover.text.xml.XmlElement;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds elements for writing. */
final class Xml {
  private Xml() {}

  /**
   * An element with attributes.
   *
   * @param attributes names and values in turn; a null value leaves the attribute out, anything
   *     else is written as text
   */
  static XmlElement element(String name, @Nullable Object... attributes) {
    Map<String, String> written = new LinkedHashMap<>();
    for (int i = 0; i + 1 < attributes.length; i += 2) {
      Object value = attributes[i + 1];
      if (value != null) {
        written.put(String.valueOf(attributes[i]), value.toString());
      }
    }
    return new XmlElement(name, written, 0, 0);
  }

  /** Adds an element, and says which it was. */
  static XmlElement add(XmlElement parent, XmlElement child) {
    parent.children().add(child);
    return child;
  }

  static void addAll(XmlElement parent, Collection<XmlElement> children) {
    parent.children().addAll(children);
  }

  /** Null for the empty text, which is not written. */
  static @Nullable String unlessEmpty(String text) {
    return text.isEmpty() ? null : text;
  }

  /** An id that XML allows, made of parts that people wrote. */
  static String id(String... parts) {
    String id = String.join("-", parts).replaceAll("[^A-Za-z0-9_.-]", "_");
    return id.isEmpty() || !Character.isLetter(id.charAt(0)) && id.charAt(0) != '_' ? "_" + id : id;
  }
}
