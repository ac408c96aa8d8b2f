package dev.drover.scenario;

import dev.drover.model.Role;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Something that must hold when a step is over, or must have been so while it lasted. */
public sealed interface Expectation {
  /** What must hold, as a sentence without a full stop. */
  String sentence();

  /**
   * A resource really runs on exactly these nodes.
   *
   * @param resource for a group, every member runs there; for a clone or bundle, an instance runs
   *     on each of the nodes
   * @param nodes at least one
   * @param role in which role; null for any active one
   */
  record Runs(String resource, List<String> nodes, @Nullable Role role) implements Expectation {
    @Override
    public String sentence() {
      return resource
          + (role == null ? " runs on " : " is " + role.label() + " on ")
          + String.join(" and ", nodes);
    }
  }

  /** A resource, with every member and instance, really runs nowhere. */
  record Stopped(String resource) implements Expectation {
    @Override
    public String sentence() {
      return resource + " runs nowhere";
    }
  }

  /** How a node can stand. */
  enum NodeCondition {
    ONLINE,
    OFFLINE,
    UNCLEAN,
    PENDING,
    STANDBY,
    MAINTENANCE;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The cluster sees a node this way.
   *
   * @param seenBy in the eyes of this node's side; null where all sides must agree
   */
  record NodeIs(String node, NodeCondition condition, @Nullable String seenBy)
      implements Expectation {
    @Override
    public String sentence() {
      return node
          + " is "
          + condition.label()
          + (seenBy == null ? "" : " in the eyes of " + seenBy);
    }
  }

  /** How a resource can stand. */
  enum ResourceCondition {
    MANAGED,
    UNMANAGED,
    BLOCKED,
    FAILED;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The cluster sees a resource this way. */
  record ResourceIs(String resource, ResourceCondition condition) implements Expectation {
    @Override
    public String sentence() {
      return resource + " is " + condition.label();
    }
  }

  /** The cluster counts this many failures of a resource on a node. */
  record FailureCount(String resource, String node, int count) implements Expectation {
    @Override
    public String sentence() {
      return resource + " has failed " + count + (count == 1 ? " time" : " times") + " on " + node;
    }
  }

  /** Something was done in this step, and succeeded. */
  record Happens(Deed deed) implements Expectation {
    @Override
    public String sentence() {
      return "the cluster does " + deed.sentence();
    }
  }

  /** All of this was done in this step, each to its end before the next began. */
  record InOrder(List<Deed> deeds) implements Expectation {
    @Override
    public String sentence() {
      return deeds.stream().map(Deed::sentence).collect(Collectors.joining(", then "));
    }
  }

  /** Something was not even begun in this step. */
  record Never(Deed deed) implements Expectation {
    @Override
    public String sentence() {
      return "the cluster does not " + deed.sentence();
    }
  }

  /**
   * At no moment of this step did a resource really run in two places; for a group, any of its
   * members.
   */
  record NeverActiveTwice(String resource) implements Expectation {
    @Override
    public String sentence() {
      return resource + " is never active twice";
    }
  }

  /** At no moment of this step did any part of the two really run on the same node. */
  record NeverTogether(String resource, String other) implements Expectation {
    @Override
    public String sentence() {
      return resource + " and " + other + " are never on the same node";
    }
  }

  /** Nothing was done in this step. */
  record NothingHappens() implements Expectation {
    @Override
    public String sentence() {
      return "the cluster does nothing";
    }
  }

  /**
   * A reason is given.
   *
   * @param subject a deed, resource or node in the words of this file
   * @param reason words that must stand, letter case aside, in a reason given for it during this
   *     step: in the plan's own reasons, or in a fact or rule of the explanation that leads to it
   */
  record Because(String subject, String reason) implements Expectation {
    @Override
    public String sentence() {
      return "the reason given for " + subject + " speaks of \"" + reason + "\"";
    }
  }

  /**
   * A side has quorum, or has not.
   *
   * @param seenBy the side of this node; null where every side must agree
   */
  record HasQuorum(boolean quorate, @Nullable String seenBy) implements Expectation {
    @Override
    public String sentence() {
      return (seenBy == null ? "the cluster" : "the side of " + seenBy)
          + (quorate ? " has" : " has no")
          + " quorum";
    }
  }
}
