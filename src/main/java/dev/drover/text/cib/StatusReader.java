package dev.drover.text.cib;

import dev.drover.model.Agent;
import dev.drover.model.config.SettingSet;
import dev.drover.model.status.NodeState;
import dev.drover.model.status.OperationRecord;
import dev.drover.model.status.ResourceHistory;
import dev.drover.model.status.Status;
import dev.drover.model.status.TicketState;
import dev.drover.text.InputException;
import dev.drover.text.xml.XmlElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code <status>} and what the root element says about the cluster as a whole. */
final class StatusReader {
  private static final Set<String> NODE_PARTS =
      Set.of("id", "uname", "remote_node", "in_ccm", "crmd", "join", "expected");
  private static final Set<String> AGENT_PARTS = Set.of("id", "class", "provider", "type");
  private static final Set<String> TICKET_PARTS =
      Set.of("id", "granted", "standby", "last-granted");

  private final Document document;
  private final SettingReader settings;

  StatusReader(Document document, SettingReader settings) {
    this.document = document;
    this.settings = settings;
  }

  Status read(XmlElement cib) throws InputException {
    List<NodeState> nodes = new ArrayList<>();
    List<TicketState> tickets = new ArrayList<>();
    for (XmlElement child : cib.grandchildren("status").toList()) {
      if (child.is("node_state")) {
        nodes.add(node(child));
      } else if (child.is("tickets")) {
        readTickets(child, tickets);
      }
    }
    String coordinator = cib.get("dc-uuid");
    return new Status(
        document.bool(cib, "have-quorum", false),
        coordinator == null || coordinator.isEmpty() || coordinator.equals("0")
            ? null
            : coordinator,
        cib.get("execution-date") == null ? null : document.number(cib, "execution-date", 0),
        nodes,
        tickets,
        document.number(cib, "no-quorum-panic", 0) != 0);
  }

  private NodeState node(XmlElement written) throws InputException {
    String id = document.required(written, "id");
    Optional<XmlElement> transientPart = written.child("transient_attributes");
    List<ResourceHistory> history = new ArrayList<>();
    for (XmlElement list :
        written.grandchildren("lrm").filter(e -> e.is("lrm_resources")).toList()) {
      for (XmlElement resource : list.children("lrm_resource").toList()) {
        history.add(history(resource));
      }
    }
    return new NodeState(
        id,
        written.get("uname", id),
        document.bool(written, "remote_node", false),
        written.get("in_ccm"),
        written.get("crmd"),
        written.get("join"),
        written.get("expected"),
        without(written, NODE_PARTS),
        values(transientPart, "instance_attributes"),
        values(transientPart, "utilization"),
        history);
  }

  private Map<String, String> values(Optional<XmlElement> parent, String childName)
      throws InputException {
    Map<String, String> values = new LinkedHashMap<>();
    if (parent.isPresent()) {
      for (SettingSet set : settings.sets(parent.get(), childName, SettingReader.Use.OTHER)) {
        set.values().forEach(values::putIfAbsent);
      }
    }
    return values;
  }

  private ResourceHistory history(XmlElement written) throws InputException {
    List<OperationRecord> operations = new ArrayList<>(written.children().size());
    for (XmlElement child : written.children()) {
      if (child.name().equals("lrm_rsc_op")) {
        HistoryReader.read(document, child).ifPresent(operations::add);
      }
    }
    String id = document.required(written, "id");
    return new ResourceHistory(
        id, agent(written), document.shared(without(written, AGENT_PARTS)), operations);
  }

  private @Nullable Agent agent(XmlElement written) {
    String standard = written.get("class");
    String type = written.get("type");
    return standard == null || type == null
        ? null
        : document.shared(new Agent(standard, written.get("provider"), type));
  }

  private void readTickets(XmlElement list, List<TicketState> tickets) throws InputException {
    for (XmlElement written : list.children("ticket_state").toList()) {
      tickets.add(
          new TicketState(
              document.required(written, "id"),
              document.bool(written, "granted", false),
              document.bool(written, "standby", false),
              document.number(written, "last-granted", -1),
              without(written, TICKET_PARTS)));
    }
  }

  static Map<String, String> without(XmlElement element, Set<String> names) {
    Map<String, String> rest = new LinkedHashMap<>();
    for (Map.Entry<String, String> attribute : element.attributes().entrySet()) {
      if (!names.contains(attribute.getKey())) {
        rest.put(attribute.getKey(), attribute.getValue());
      }
    }
    return rest;
  }
}
