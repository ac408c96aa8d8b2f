package dev.drover.model.config;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An operation as configured for a resource.
 *
 * @param id the operator's name for it
 * @param name {@code monitor}, {@code start}, …
 * @param interval the text of the interval; {@code 0} for an operation that does not recur
 * @param attributes what was written on the operation itself ({@code timeout}, {@code role}, {@code
 *     on-fail}, …)
 * @param meta sets of the same names, perhaps with conditions
 * @param parameters agent parameters for this operation only
 */
public record OperationConfig(
    String id,
    String name,
    String interval,
    Map<String, String> attributes,
    List<SettingSet> meta,
    List<SettingSet> parameters) {
  /**
   * An operation of which nothing else is said.
   *
   * @param timeout how long it may take; null for the usual time
   */
  public static OperationConfig of(
      String id, String name, String interval, @Nullable String timeout) {
    Map<String, String> attributes = timeout == null ? Map.of() : Map.of("timeout", timeout);
    return new OperationConfig(id, name, interval, attributes, List.of(), List.of());
  }
}
