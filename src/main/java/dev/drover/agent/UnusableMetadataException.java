package dev.drover.agent;

/** An agent does not say what it can do, or not in a way that can be read. */
public final class UnusableMetadataException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With the reason as people read it. */
  public UnusableMetadataException(String reason) {
    super(reason);
  }
}
