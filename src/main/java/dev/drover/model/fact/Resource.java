package dev.drover.model.fact;

import dev.drover.model.Kind;
import java.util.Map;

/**
 * A resource of the decision. Clones stand here with every instance.
 *
 * @param id unique; an instance carries a number, such as {@code web:0}
 * @param baseName the name without instance number
 * @param instance its number within its clone, from 0; −1 where it is no instance
 * @param failName the name that its fail counts go by
 * @param parent the collective it is directly part of; empty where it is in none
 * @param top the outermost collective other than a bundle, or the resource itself
 * @param standard the agent's standard ({@code ocf}, {@code stonith}, …); empty for a collective
 * @param orphan in the history but no longer configured
 * @param anonymous an instance of a clone whose instances do not differ
 * @param promotable part of a clone whose instances can be promoted
 * @param remote whether it connects to a remote node
 * @param options its meta options, defaults included
 */
public record Resource(
    String id,
    String baseName,
    Kind kind,
    int instance,
    String failName,
    String parent,
    String top,
    String standard,
    boolean orphan,
    boolean anonymous,
    boolean promotable,
    boolean remote,
    Map<String, String> options)
    implements Optioned {
  /** Facts are looked up by it over and over, and the id names one. */
  @Override
  public int hashCode() {
    return id.hashCode();
  }

  public boolean isPrimitive() {
    return kind == Kind.PRIMITIVE;
  }

  public boolean isClone() {
    return kind == Kind.CLONE;
  }

  public boolean isGroup() {
    return kind == Kind.GROUP;
  }

  @Override
  public String toString() {
    return "resource " + id;
  }
}
