package dev.drover.schedule.tree;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.model.Kind;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ItemNodesTest {
  private final Item web = item(0, "web");
  private final Item database = item(7, "db");
  private final ItemNodes nodes = new ItemNodes();

  private static Item item(int number, String id) {
    return new Item(number, id, id, Kind.PRIMITIVE, null, null, null, false, Map.of());
  }

  @Test
  void eachResourceHasItsOwnNodes() {
    nodes.add(web, "n1");
    nodes.add(web, "n3");
    nodes.add(database, "n2");

    assertTrue(nodes.has(web, "n1"));
    assertTrue(nodes.has(web, "n3"));
    assertFalse(nodes.has(web, "n2"), "that one is another resource's");
    assertTrue(nodes.has(database, "n2"));
    assertTrue(nodes.hasAny(database));
  }

  @Test
  void whatWasNeverNamedIsNowhere() {
    nodes.add(database, "n1");
    assertFalse(nodes.has(database, "elsewhere"));
    assertFalse(nodes.has(web, "n1"));
    assertFalse(nodes.hasAny(web));
  }
}
