package dev.drover.simulate;

import java.util.Collection;
import java.util.List;

/** Something is to be pretended of a resource that the cluster does not have. */
public final class UnknownResourceException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String resource;

  @SuppressWarnings("serial") // never serialized; List.copyOf is serializable in fact
  private final List<String> known;

  UnknownResourceException(String resource, Collection<String> known) {
    super("no resource " + resource);
    this.resource = resource;
    this.known = known.stream().sorted().toList();
  }

  /** The name that is not known. */
  public String resource() {
    return resource;
  }

  /** The names that are. */
  public List<String> known() {
    return known;
  }
}
