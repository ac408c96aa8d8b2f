package dev.drover.text.report;

import dev.drover.model.Role;
import dev.drover.plan.Change;
import dev.drover.plan.Change.NodeVerb;
import dev.drover.plan.Change.OfNode;
import dev.drover.plan.Change.OfResource;
import dev.drover.plan.Changes;
import dev.drover.plan.Decision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What will happen, as text: one line for each change.
 *
 * <p>Columns widen as longer names come along and never shrink again, as in the summaries that this follows.
 */
public final class ChangeReport {
  private final Outline out = new Outline().title("Transition Summary");
  private int nameWidth = 5;
  private int detailWidth = 5;

  private ChangeReport() {}

  /** The summary of a decision. */
  public static String of(Decision decision) {
    return of(Changes.of(decision));
  }

  /** The summary of changes that are known already. */
  public static String of(List<Change> changes) {
    ChangeReport report = new ChangeReport();
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
    String name = change.resource();
    if (name.length() > nameWidth) {
      nameWidth = name.length() + 2;
    }
    String details = details(change);
    detailWidth = Math.max(detailWidth, details.length());
    out.item(
        padRight(change.verb().label(), 8)
            + "   "
            + padRight(name, nameWidth)
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

  /** Roles are told only where there is more than running or not; a node or role that stays is told once. */
  private static String details(OfResource change) {
    boolean withRole = change.role().compareTo(Role.STARTED) > 0 || change.nextRole().compareTo(Role.UNPROMOTED) > 0;
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
    return from.equals(to) ? roles + " " + from : role + " " + from + " -> " + change.nextRole().label() + " " + to;
  }

  private static String padRight(@Nullable String text, int width) {
    String shown = String.valueOf(text);
    return shown + " ".repeat(Math.max(0, width - shown.length()));
  }
}
