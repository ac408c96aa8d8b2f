package dev.drover.schedule.given;

import dev.drover.model.Score;
import dev.drover.model.fact.Failures;
import dev.drover.model.fact.Words;
import dev.drover.model.status.FailureAttribute;
import dev.drover.schedule.tree.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads fail counts from node attributes such as {@code fail-count-web#monitor_10000}. */
final class FailureFacts {
  private FailureFacts() {}

  static List<Failures> of(NodeTable nodes, ResourceTable resources) {
    List<Failures> facts = new ArrayList<>();
    for (NodeTable.Entry node : nodes.all()) {
      Map<String, Score> counts = new TreeMap<>();
      Map<String, Long> last = new TreeMap<>();
      node.attributes()
          .forEach(
              (attribute, value) ->
                  FailureAttribute.parse(attribute)
                      .ifPresent(
                          failure -> {
                            String name = failName(failure.resource(), resources);
                            if (failure.count()) {
                              counts.merge(name, Score.parse(value, Score.ZERO), Score::plus);
                            } else {
                              last.merge(name, Words.number(value, 0), Math::max);
                            }
                          }));
      counts.forEach(
          (name, count) ->
              facts.add(
                  new Failures(
                      name,
                      Histories.withoutNumber(name),
                      node.id(),
                      count.value(),
                      last.getOrDefault(name, 0L))));
    }
    return facts;
  }

  /** Instances of an anonymous clone share one count. */
  private static String failName(String name, ResourceTable resources) {
    Item item = resources.item(name);
    if (item == null) {
      item = resources.item(Histories.withoutNumber(name) + ":0");
    }
    if (item == null) {
      return name;
    }
    Item clone = item.enclosingClone();
    return clone != null && clone.shape() != null && !clone.shape().unique()
        ? item.baseName()
        : name;
  }
}
