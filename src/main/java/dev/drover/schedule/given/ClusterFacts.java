package dev.drover.schedule.given;

import dev.drover.model.ClusterState;
import dev.drover.model.NodeKind;
import dev.drover.model.fact.Clock;
import dev.drover.model.fact.Coordinator;
import dev.drover.model.fact.MaintenanceKnown;
import dev.drover.model.fact.Membership;
import dev.drover.model.fact.Node;
import dev.drover.model.fact.NodeAttribute;
import dev.drover.model.fact.Option;
import dev.drover.model.fact.Quorum;
import dev.drover.model.fact.RemoteReport;
import dev.drover.model.fact.ResetsItself;
import dev.drover.model.fact.Ticket;
import dev.drover.model.fact.Words;
import dev.drover.model.status.NodeState;
import dev.drover.model.status.Status;
import dev.drover.model.status.TicketState;
import dev.drover.schedule.Defaults;
import dev.drover.schedule.resolve.Context;
import dev.drover.schedule.resolve.Settings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The cluster itself as facts: its options, its nodes, and what was last heard of them. */
final class ClusterFacts {
  private ClusterFacts() {}

  static List<Object> of(ClusterState state, NodeTable nodes, Instant now, Defaults defaults) {
    List<Object> facts = new ArrayList<>();
    Status status = state.status();
    facts.add(new Clock(now.getEpochSecond()));
    facts.add(new Quorum(status.quorate(), status.quorate() || status.panicWithoutQuorum()));
    options(state, now, defaults).forEach((name, value) -> facts.add(new Option(name, value)));
    for (NodeTable.Entry node : nodes.all()) {
      facts.add(new Node(node.id(), node.name(), node.kind(), node.order()));
      node.attributes()
          .forEach((name, value) -> facts.add(new NodeAttribute(node.id(), name, value)));
      NodeState report = node.report();
      if (report != null && report.resetsWithinMs() > 0) {
        facts.add(new ResetsItself(node.id(), report.resetsWithinMs()));
      }
      if (report != null && node.kind() != NodeKind.MEMBER) {
        facts.add(
            new RemoteReport(
                node.id(), Words.number(report.flags().getOrDefault("node_fenced", "0"), 0) > 0));
        String told = report.flags().getOrDefault(NodeState.IN_MAINTENANCE, "0");
        if (Words.number(told, 0) != 0) {
          facts.add(new MaintenanceKnown(node.id()));
        }
      } else if (report != null) {
        facts.add(
            new Membership(
                node.id(),
                memberSince(report.inCluster(), now),
                onlineSince(report.process()),
                word(report.join()),
                word(report.expected())));
      }
    }
    if (status.coordinator() != null) {
      facts.add(new Coordinator(status.coordinator()));
    }
    for (TicketState ticket : status.tickets()) {
      facts.add(new Ticket(ticket.id(), ticket.granted(), ticket.standby()));
    }
    return facts;
  }

  /** Cluster options in force, by name. */
  static Map<String, String> options(ClusterState state, Instant now, Defaults defaults) {
    Map<String, String> options = new TreeMap<>(defaults.cluster());
    Map<String, String> configured =
        new LinkedHashMap<>(Settings.resolve(state.configuration().options(), Context.at(now)));
    configured.forEach(
        (name, value) -> {
          if (!defaults.booleans().contains(name)) {
            options.put(name, value.strip().toLowerCase(Locale.ROOT));
          } else if (Words.isTrue(value) || Words.isFalse(value)) {
            options.put(name, Boolean.toString(Words.isTrue(value)));
          }
        });
    return options;
  }

  private static long memberSince(@Nullable String reported, Instant now) {
    if (reported == null) {
      return -1;
    }
    if (Words.isTrue(reported) && !reported.strip().equals("1")) {
      return now.getEpochSecond();
    }
    return Words.isFalse(reported) ? 0 : Words.number(reported, -1);
  }

  private static long onlineSince(@Nullable String reported) {
    if (reported == null || reported.equalsIgnoreCase("offline")) {
      return 0;
    }
    return reported.equalsIgnoreCase("online") ? 1 : Words.number(reported, 0);
  }

  private static String word(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }
}
