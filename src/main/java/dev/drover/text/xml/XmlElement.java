package dev.drover.text.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One element of a document, with where it stands.
 *
 * @param text what stands in it beside its children, in one row and without white space around it;
 *     mostly nothing
 * @param line from 1
 * @param column from 1
 */
public record XmlElement(
    String name,
    Map<String, String> attributes,
    List<XmlElement> children,
    String text,
    int line,
    int column) {
  /** An element without text, and without children yet. */
  public XmlElement(String name, Map<String, String> attributes, int line, int column) {
    this(name, attributes, new ArrayList<>(), "", line, column);
  }

  /** An attribute's value; null where it is missing. */
  public @Nullable String get(String attribute) {
    return attributes.get(attribute);
  }

  /** An attribute's value, or another one where it is missing. */
  public String get(String attribute, String otherwise) {
    return attributes.getOrDefault(attribute, otherwise);
  }

  /** Whether the element has one of these names. */
  public boolean is(String... names) {
    return List.of(names).contains(name);
  }

  /** The id, or the empty text. */
  public String id() {
    return get("id", "");
  }

  /** The children of this name, in document order. */
  public Stream<XmlElement> children(String childName) {
    return children.stream().filter(child -> child.name.equals(childName));
  }

  /** The first child of this name. */
  public Optional<XmlElement> child(String childName) {
    return children(childName).findFirst();
  }

  /** The elements below the children of this name, all in one row. */
  public Stream<XmlElement> grandchildren(String childName) {
    return children(childName).flatMap(child -> child.children.stream());
  }

  /** This element and everything below it, in document order. */
  public Stream<XmlElement> all() {
    return Stream.of(this).mapMulti(XmlElement::tell);
  }

  private void tell(Consumer<XmlElement> listener) {
    listener.accept(this);
    for (XmlElement child : children) {
      child.tell(listener);
    }
  }

  /** How the element looks in the document, shortened to what names it. */
  @Override
  public String toString() {
    String id = get("id");
    return id == null ? "<" + name + ">" : "<" + name + " id=\"" + id + "\">";
  }
}
