package dev.drover.model.config;

import dev.drover.model.NodeKind;
import dev.drover.model.Score;
import java.util.List;

/**
 * A node as configured.
 *
 * @param id the membership layer's identifier; equal to the name where there is none
 * @param name the name that people use
 * @param kind member or remote
 * @param attributes permanent node attributes ({@code standby}, {@code maintenance}, the operator's
 *     own)
 * @param utilization what the node can carry
 * @param score what every resource's preference for this node starts from
 */
public record NodeConfig(
    String id,
    String name,
    NodeKind kind,
    List<SettingSet> attributes,
    List<SettingSet> utilization,
    Score score) {
  /** The attribute that says at which site a node is. */
  public static final String SITE_NAME = "site-name";

  /** A node that no resource prefers from the start. */
  public NodeConfig(
      String id,
      String name,
      NodeKind kind,
      List<SettingSet> attributes,
      List<SettingSet> utilization) {
    this(id, name, kind, attributes, utilization, Score.ZERO);
  }
}
