package dev.drover.model.config;

import dev.drover.model.Score;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Named values that apply together, perhaps only while an expression holds.
 *
 * @param id the operator's name for the set
 * @param score where two sets give the same name, the one with the higher score wins; on equal
 *     scores the earlier one
 * @param condition when the set applies; always where this is null
 * @param values the names and values, in the order they were written
 */
public record SettingSet(
    String id, Score score, @Nullable Expression condition, Map<String, String> values) {
  /** A set that always applies. */
  public static SettingSet always(String id, Map<String, String> values) {
    return new SettingSet(id, Score.ZERO, null, values);
  }
}
