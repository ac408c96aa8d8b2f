package dev.drover.schedule.digest;

import dev.drover.model.fact.ParameterChange;
import dev.drover.model.status.OperationRecord;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares the digests that were recorded with a result with those of what is configured now.
 *
 * <p>A record may hold {@code op-digest}, of all parameters; {@code op-restart-digest}, of those in
 * {@code op-force-restart}, the ones that a reload cannot change; and {@code op-secure-digest}, of
 * all but those in {@code op-secure-params}. Each record is compared under its own operation. What
 * a change then asks for is asked of the start where the record is a probe, a promotion or a
 * migration: see {@link #affected}.
 */
public final class ParameterDigests {
  private ParameterDigests() {}

  /** The digest of all that an operation runs with, as a record holds it in {@code op-digest}. */
  public static String of(DigestInput now, long intervalMs) {
    return all(intervalMs, now).digest();
  }

  /**
   * The digest of what a reload cannot change, as a record holds it in {@code op-restart-digest}.
   *
   * @param parameters all that the operation runs with
   * @param names of what a reload cannot change, with spaces between them
   */
  public static String ofUnreloadable(Map<String, String> parameters, String names) {
    return unreloadable(new ParameterSet().add(parameters), names).digest();
  }

  /**
   * Whether the parameters have changed since, private ones included.
   *
   * @return never {@link ParameterChange#PRIVATE_ONLY}
   */
  public static ParameterChange compare(OperationRecord record, DigestInput now) {
    Map<String, String> recorded = record.attributes();
    ParameterSet all = all(record.intervalMs(), now);
    String restart = recorded.get("op-restart-digest");
    if (restart != null
        && !restart.equals(unreloadable(all, recorded.get("op-force-restart")).digest())) {
      return ParameterChange.RESTART;
    }
    String digest = recorded.get("op-digest");
    if (digest == null) {
      return ParameterChange.UNKNOWN;
    }
    if (digest.equals(all.digest())) {
      return ParameterChange.NONE;
    }
    if (record.intervalMs() > 0) {
      return ParameterChange.RELOADABLE;
    }
    // A reload would not run this operation, and so could not apply parameters that only this
    // operation has.
    boolean ownParameters = !now.operationParameters().isEmpty();
    return restart == null || ownParameters ? ParameterChange.RESTART : ParameterChange.RELOADABLE;
  }

  /**
   * The same for a state from which private parameters may have been removed, as in a report to be
   * simulated.
   *
   * @return {@link ParameterChange#PRIVATE_ONLY} where the recorded digest of the others still fits
   */
  public static ParameterChange compareSanitized(OperationRecord record, DigestInput now) {
    ParameterChange change = compare(record, now);
    String recorded = record.attributes().get("op-secure-digest");
    boolean privateOnly =
        change != ParameterChange.NONE
            && recorded != null
            && recorded.equals(secureDigest(record, now));
    return privateOnly ? ParameterChange.PRIVATE_ONLY : change;
  }

  /** Whether a record says anything about what the operation ran with. */
  public static boolean isRecorded(OperationRecord record) {
    Map<String, String> recorded = record.attributes();
    return recorded.containsKey("op-digest")
        || recorded.containsKey("op-restart-digest")
        || recorded.containsKey("op-secure-digest");
  }

  /**
   * The operation that has to be done again where {@link ParameterChange#RESTART} is found.
   *
   * @return {@code start} for what runs with the parameters of a start, otherwise the record's own
   *     operation
   */
  public static String affected(OperationRecord record) {
    boolean asStart =
        record.intervalMs() == 0
            && switch (record.operation()) {
              case "monitor", "migrate_from", "promote" -> true;
              default -> false;
            };
    return asStart ? "start" : record.operation();
  }

  private static ParameterSet all(long intervalMs, DigestInput now) {
    ParameterSet all = new ParameterSet().add(now.parameters()).add(now.operationParameters());
    return intervalMs > 0 ? all.addTimeout(now.timeoutMs()) : all;
  }

  /** Without a list of them, all count. */
  private static ParameterSet unreloadable(ParameterSet all, @Nullable String names) {
    return names == null ? all : all.filter(ParameterSet.names(names)::contains);
  }

  private static String secureDigest(OperationRecord record, DigestInput now) {
    Map<String, String> recorded = record.attributes();
    Set<String> names = ParameterSet.names(recorded.getOrDefault("op-secure-params", ""));
    String featureSet = recorded.get("crm_feature_set");
    ParameterSet all = all(record.intervalMs(), now);
    return PrivateParameters.leaveOut(
            all, names, now, featureSet == null ? now.featureSet() : featureSet)
        .digest();
  }
}
