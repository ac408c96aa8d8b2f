package dev.drover.text.cib;

import dev.drover.text.xml.XmlElement;
import java.util.HashSet;
import java.util.Set;

/**
 * Gives parts that nobody refers to ids of their own. A cluster file has no such ids, and what
 * several primitives got from one template stands with each of them; Pacemaker refuses a CIB in
 * which an id stands twice.
 */
final class UniqueIds {
  private static final Set<String> PARTS =
      Set.of(
          "nvpair",
          "meta_attributes",
          "instance_attributes",
          "utilization",
          "cluster_property_set",
          "op",
          "resource_set",
          "rule",
          "expression",
          "date_expression",
          "date_spec",
          "duration",
          "rsc_expression",
          "op_expression",
          "port-mapping",
          "storage-mapping");

  private static final Set<String> REFERENCES = Set.of("resource_ref", "obj_ref");

  private UniqueIds() {}

  /** Renames every part of a configuration whose id something before it has already. */
  static void give(XmlElement configuration) {
    Set<String> taken = new HashSet<>();
    configuration
        .all()
        .filter(element -> !PARTS.contains(element.name()) && !REFERENCES.contains(element.name()))
        .forEach(element -> taken.add(element.id()));
    configuration
        .all()
        .filter(element -> PARTS.contains(element.name()) && !element.id().isEmpty())
        .forEach(part -> part.attributes().put("id", free(part.id(), taken)));
  }

  private static String free(String wanted, Set<String> taken) {
    String id = wanted;
    for (int i = 2; !taken.add(id); i++) {
      id = wanted + "-" + i;
    }
    return id;
  }
}
