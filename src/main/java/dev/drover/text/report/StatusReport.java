package dev.drover.text.report;

import dev.drover.plan.Assessment;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** How a cluster stands, as text: its nodes, then its resources. */
public final class StatusReport {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

  private StatusReport() {}

  /**
   * How the cluster stands before anything is done, with operations under way and a warning where
   * one is due.
   */
  public static String current(Assessment assessment) {
    String notes = management(assessment) + held(assessment);
    return notes + section("Current cluster status", assessment, true);
  }

  /** How the cluster stands afterwards. */
  public static String revised(Assessment assessment) {
    return section("Revised Cluster Status", assessment, false);
  }

  /**
   * The line that says which clock a decision was made by.
   *
   * @param seconds since 1970
   */
  public static String executionDate(long seconds) {
    return "Using the original execution date of: " + date(Instant.ofEpochSecond(seconds)) + "\n";
  }

  /**
   * The line that says that a decision was made by a clock of the operator's choice.
   *
   * @param given the time as the operator wrote it
   */
  public static String effectiveTime(String given) {
    return "Setting effective cluster time: " + given + "\n";
  }

  /** A time as reports write it, in universal time. */
  static String date(Instant time) {
    return DATE.format(time);
  }

  private static String section(String title, Assessment assessment, boolean pending) {
    Scene scene = Scene.of(assessment, pending);
    Outline out = new Outline().title(title);
    NodeSection.write(scene, out);
    if (!assessment.nodes().isEmpty()) {
      out.blank();
    }
    ResourceSection.write(scene, out);
    return out.toString();
  }

  /** The notice of a cluster that does not manage its resources; empty for any other. */
  static String management(Assessment assessment) {
    return switch (assessment.management()) {
      case NORMAL -> "";
      case MAINTENANCE ->
          """

                        *** Resource management is DISABLED ***
            The cluster will not attempt to start, stop or recover services

          """;
      case STOP_ALL ->
          """

              *** Resource management is DISABLED ***
            The cluster will keep all resources stopped

          """;
    };
  }

  /** How many resources are kept from running, where there are such. */
  private static String held(Assessment assessment) {
    InstanceCount count = InstanceCount.of(assessment);
    if (count.disabled() == 0 && count.blocked() == 0) {
      return "";
    }
    return count.disabled()
        + " of "
        + count.all()
        + " resource instances DISABLED and "
        + count.blocked()
        + " BLOCKED from further action due to failure\n\n";
  }
}
