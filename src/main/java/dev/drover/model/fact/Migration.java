package dev.drover.model.fact;

/**
 * One half of a live migration as it was recorded, and what else was recorded since on either side:
 * {@code migrate_to} on the source, or {@code migrate_from} on the target.
 *
 * @param happened the recorded half
 * @param source the id of the node that was left; empty where no such node is known
 * @param target the id of the node that was to be reached; empty where no such node is known
 * @param arrival for a departure, how the other half went
 * @param sourceMovedOn whether newer results on the source make this one irrelevant there
 * @param targetMovedOn for a departure, whether newer results on the target make this one
 *     irrelevant there
 * @param sourceKnown whether anything of the resource was recorded on the source
 * @param targetKnown whether anything of the resource was recorded on the target
 */
public record Migration(
    Happened happened,
    String source,
    String target,
    Arrival arrival,
    boolean sourceMovedOn,
    boolean targetMovedOn,
    boolean sourceKnown,
    boolean targetKnown) {
  /** How the half of a live migration on the target went. */
  public enum Arrival {
    /** Nothing was recorded of it. */
    UNRECORDED,
    UNDER_WAY,
    SUCCEEDED,
    FAILED
  }

  /** True for the half on the source. */
  public boolean isDeparture() {
    return happened.operation().equals("migrate_to");
  }

  /** True where newer results on both nodes leave nothing to conclude. */
  public boolean isOvertaken() {
    return sourceMovedOn && (arrival != Arrival.UNRECORDED || targetMovedOn);
  }

  /** True where nothing recorded on the target since says that the resource is not there. */
  public boolean mayBeOnTarget() {
    return targetKnown && !targetMovedOn;
  }

  /** True where nothing recorded on the source since says that the resource is not there. */
  public boolean mayBeOnSource() {
    return sourceKnown && !sourceMovedOn;
  }
}
