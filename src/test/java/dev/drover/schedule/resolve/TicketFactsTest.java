package dev.drover.schedule.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drover.model.Role;
import dev.drover.model.config.Configuration;
import dev.drover.model.fact.TicketNeed;
import java.util.List;
import org.junit.jupiter.api.Test;

class TicketFactsTest {
  @Test
  void everyResourceNeedsTheTicket() {
    String written =
        """
        <rsc_ticket id="x" rsc="c" rsc-role="Promoted" ticket="east" loss-policy="Demote"/>
        <rsc_ticket id="y" ticket="west">
          <resource_set id="s" role="Started"><resource_ref id="G"/></resource_set>
        </rsc_ticket>
        """;
    Configuration configuration = Written.with(written, "a", "b");
    assertEquals(
        List.of(
            new TicketNeed("x", "C", Role.PROMOTED, "east", "demote"),
            new TicketNeed("s", "a", null, "west", null),
            new TicketNeed("s", "b", null, "west", null)),
        TicketFacts.of(configuration, new Names(configuration)));
  }
}
