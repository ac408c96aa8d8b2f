package dev.drover.model;

/** What sort of resource this is. */
public enum Kind {
  PRIMITIVE,
  GROUP,
  CLONE,
  BUNDLE;

  /** True for everything that has members instead of an agent. */
  public boolean isCollective() {
    return this != PRIMITIVE;
  }
}
