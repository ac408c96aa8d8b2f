package dev.drover.schedule.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.drover.model.Kind;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PerItemTest {
  private final Item web = item(0, "web");
  private final Item db = item(70, "db");
  private final PerItem<String> words = new PerItem<>();

  private static Item item(int number, String id) {
    return new Item(number, id, id, Kind.PRIMITIVE, null, null, null, false, Map.of());
  }

  @Test
  void hasNothingForAResourceThatNothingWasPutFor() {
    assertNull(words.get(db));
    words.put(db, "slow");
    assertNull(words.get(web));
  }

  @Test
  void keepsWhatWasPutLast() {
    words.put(db, "slow");
    words.put(web, "new");
    words.put(web, "quick");
    assertEquals("slow", words.get(db));
    assertEquals("quick", words.get(web));
  }
}
