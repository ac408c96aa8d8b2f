package dev.drover.simulate;

import java.util.Collection;
import java.util.List;

/** Something is to be pretended of a node or resource that the cluster does not have. */
public final class UnknownNameException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final String expected;

  @SuppressWarnings("serial") // never serialized; List.copyOf is serializable in fact
  private final List<String> known;

  private UnknownNameException(String name, String expected, Collection<String> known) {
    super("found `" + name + "`, expected " + expected);
    this.name = name;
    this.expected = expected;
    this.known = known.stream().sorted().toList();
  }

  static UnknownNameException ofNode(String name, Collection<String> known) {
    return new UnknownNameException(name, "a node of this cluster", known);
  }

  static UnknownNameException ofResource(String name, Collection<String> known) {
    return new UnknownNameException(name, "a resource of this cluster", known);
  }

  /** The name that is not known. */
  public String name() {
    return name;
  }

  /** What it should name, as the rest of a sentence. */
  public String expected() {
    return expected;
  }

  /** The names that are known. */
  public List<String> known() {
    return known;
  }
}
