package dev.drover.text.report;

import dev.drover.model.Role;
import dev.drover.plan.Change;
import dev.drover.plan.Change.NodeVerb;
import dev.drover.plan.Change.OfNode;
import dev.drover.plan.Change.OfResource;
import dev.drover.plan.Changes;
import dev.drover.plan.Decision;
import java.util.List;

/**
 * What will happen, as text: one line for each change, in columns as wide as the longest entry
 * needs.
 */
public final class ChangeReport {
  private final Outline out = new Outline().title("Transition Summary");
  private int nameWidth = 5;
  private int detailWidth = 5;

  private ChangeReport(List<Change> changes) {
    for (Change change : changes) {
      if (change instanceof OfResource resource) {
        widen(resource);
      }
    }
  }

  /**
   * Two columns are spare each time a longer name comes along: the layout that readers of such
   * summaries know.
   */
  private void widen(OfResource change) {
    int length = change.resource().length();
    if (length > nameWidth) {
      nameWidth = length + 2;
    }
    detailWidth = Math.max(detailWidth, details(change).length());
  }

  /** The summary of a decision. */
  public static String of(Decision decision) {
    return of(Changes.of(decision));
  }

  /** The summary of changes that are known already. */
  public static String of(List<Change> changes) {
    ChangeReport report = new ChangeReport(changes);
    for (Change change : changes) {
      if (change instanceof OfNode node) {
        report.add(node);
      } else if (change instanceof OfResource resource) {
        report.add(resource);
      }
    }
    return report.out.toString();
  }

  /** A change of a node without a reason was asked for by the node itself and is no news. */
  private void add(OfNode change) {
    if (change.reason() == null) {
      return;
    }
    String what = change.verb() == NodeVerb.FENCE ? "Fence (" + change.method() + ")" : "Shutdown";
    String guest = change.container() == null ? "" : " (resource: " + change.container() + ")";
    out.item(what + " " + change.node() + guest + " '" + change.reason() + "'");
  }

  private void add(OfResource change) {
    String details = details(change);
    out.item(
        padRight(change.verb().label(), 8)
            + "   "
            + padRight(change.resource(), nameWidth)
            + "   ( "
            + " ".repeat(detailWidth - details.length())
            + details
            + " )"
            + reason(change));
  }

  private static String reason(OfResource change) {
    if (change.reason() == null) {
      return change.blocked() ? "  blocked" : "";
    }
    return "  due to " + change.reason() + (change.blocked() ? " (blocked)" : "");
  }

  /**
   * Roles are told only where there is more than running or not; a node or role that stays is told
   * once.
   */
  private static String details(OfResource change) {
    boolean withRole =
        change.role().compareTo(Role.STARTED) > 0
            || change.nextRole().compareTo(Role.UNPROMOTED) > 0;
    boolean sameRole = change.role() == change.nextRole();
    String role = change.role().label();
    String roles = role + " -> " + change.nextRole().label();
    String from = change.from();
    String to = change.to();
    if (from == null) {
      return withRole ? roles + " " + to : String.valueOf(to);
    }
    if (to == null || (sameRole && from.equals(to))) {
      return withRole ? role + " " + from : from;
    }
    if (sameRole) {
      return from + " -> " + to + (withRole ? " " + role : "");
    }
    return from.equals(to)
        ? roles + " " + from
        : role + " " + from + " -> " + change.nextRole().label() + " " + to;
  }

  private static String padRight(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
