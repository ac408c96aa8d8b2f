package dev.drover.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One option that people may set.
 *
 * @param scope what it belongs to
 * @param name its current name
 * @param type what its value must look like
 * @param values what a choice may be; empty for other types
 * @param defaultValue what counts where nothing is written; null where that depends on something
 *     else
 * @param formerNames older names that still work
 * @param meaning one sentence
 */
public record OptionSpec(
    OptionScope scope,
    String name,
    OptionType type,
    List<String> values,
    @Nullable String defaultValue,
    List<String> formerNames,
    String meaning) {

  /** Whether a value fits; what it must be is {@link #expectation()}. */
  public boolean accepts(String value) {
    return type == OptionType.CHOICE ? values.contains(value) : type.accepts(value);
  }

  /** What a value must be, as the rest of a sentence that begins with "expected". */
  public String expectation() {
    return type == OptionType.CHOICE ? "one of " + String.join(", ", values) : type.expectation();
  }
}
