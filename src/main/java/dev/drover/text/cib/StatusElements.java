package dev.drover.text.cib;

import dev.drover.model.Agent;
import dev.drover.model.status.NodeState;
import dev.drover.model.status.OperationRecord;
import dev.drover.model.status.ResourceHistory;
import dev.drover.model.status.Status;
import dev.drover.model.status.TicketState;
import dev.drover.text.xml.XmlElement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the status. */
final class StatusElements {
  private StatusElements() {}

  static XmlElement of(Status status) {
    XmlElement list = Xml.element("status");
    status.nodes().forEach(node -> Xml.add(list, node(node)));
    if (!status.tickets().isEmpty()) {
      XmlElement tickets = Xml.add(list, Xml.element("tickets"));
      status.tickets().forEach(ticket -> Xml.add(tickets, ticket(ticket)));
    }
    return list;
  }

  private static XmlElement node(NodeState node) {
    XmlElement element =
        Xml.element(
            "node_state",
            "id",
            node.id(),
            "uname",
            node.name(),
            "remote_node",
            node.remote() ? true : null,
            "in_ccm",
            node.inCluster(),
            "crmd",
            node.process(),
            "join",
            node.join(),
            "expected",
            node.expected());
    element.attributes().putAll(node.flags());
    if (!node.attributes().isEmpty() || !node.utilization().isEmpty()) {
      XmlElement transients =
          Xml.add(element, Xml.element("transient_attributes", "id", node.id()));
      addValues(transients, "instance_attributes", Xml.id("status", node.id()), node.attributes());
      addValues(transients, "utilization", Xml.id("utilization", node.id()), node.utilization());
    }
    if (!node.history().isEmpty()) {
      XmlElement executor = Xml.add(element, Xml.element("lrm", "id", node.id()));
      XmlElement resources = Xml.add(executor, Xml.element("lrm_resources"));
      node.history().forEach(history -> Xml.add(resources, history(history)));
    }
    return element;
  }

  private static void addValues(
      XmlElement parent, String name, String id, Map<String, String> values) {
    if (!values.isEmpty()) {
      Xml.addAll(Xml.add(parent, Xml.element(name, "id", id)), SettingElements.pairs(id, values));
    }
  }

  private static XmlElement history(ResourceHistory history) {
    Agent agent = history.agent();
    XmlElement element =
        agent == null
            ? Xml.element("lrm_resource", "id", history.resource())
            : ResourceElements.named("lrm_resource", history.resource(), agent);
    element.attributes().putAll(history.attributes());
    history.operations().forEach(operation -> Xml.add(element, operation(operation)));
    return element;
  }

  private static XmlElement operation(OperationRecord operation) {
    XmlElement element =
        Xml.element(
            "lrm_rsc_op",
            "id",
            operation.id(),
            "operation_key",
            operation.key(),
            "operation",
            operation.operation(),
            "transition-key",
            Xml.unlessEmpty(operation.transitionKey()),
            "exit-reason",
            Xml.unlessEmpty(operation.exitReason()),
            "call-id",
            operation.callId(),
            "rc-code",
            operation.rc(),
            "op-status",
            operation.status(),
            "interval",
            operation.intervalMs(),
            "last-run",
            unlessZero(operation.lastRun()),
            "last-rc-change",
            unlessZero(operation.lastChange()),
            "migrate_source",
            operation.migrateSource(),
            "migrate_target",
            operation.migrateTarget());
    element.attributes().putAll(operation.attributes());
    return element;
  }

  private static XmlElement ticket(TicketState ticket) {
    XmlElement element =
        Xml.element(
            "ticket_state",
            "id",
            ticket.id(),
            "granted",
            ticket.granted(),
            "standby",
            ticket.standby() ? true : null,
            "last-granted",
            ticket.lastGranted() < 0 ? null : ticket.lastGranted());
    element.attributes().putAll(ticket.attributes());
    return element;
  }

  private static @Nullable Long unlessZero(long seconds) {
    return seconds == 0 ? null : seconds;
  }
}
