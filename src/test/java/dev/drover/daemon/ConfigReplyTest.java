package dev.drover.daemon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drover.live.Amendment;
import dev.drover.live.Amendment.Kind;
import dev.drover.live.Entry;
import dev.drover.live.Ledger;
import dev.drover.model.config.Configuration;
import dev.drover.text.InputException;
import dev.drover.text.cib.CibReader;
import dev.drover.text.yaml.ClusterReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That what commands changed is seen, and does not keep the file from being applied again. */
class ConfigReplyTest {
  private static final String YAML = "cluster: c\nnodes: [a, b]";
  private static final String XML =
      """
      <cib><configuration><crm_config/><nodes><node id="1" uname="a"/></nodes><resources/>
      <constraints/></configuration><status/></cib>
      """;

  private final Ledger ledger = new Ledger(ConfigReplyTest::read);

  private static Configuration read(String name, String text) {
    try {
      return name.endsWith(".xml")
          ? CibReader.read(new ByteArrayInputStream(text.getBytes(UTF_8)), name).configuration()
          : ClusterReader.read(text, name).configuration();
    } catch (InputException | IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private String shown(String name, String text, Amendment... amendments) {
    ledger.apply(1, new Entry.Configure(-1, name, text, "ann", 0));
    ledger.apply(2, new Entry.Amend(List.of(amendments), "ann", 0));
    return ConfigReply.of(ledger.saved());
  }

  @Test
  void withoutChangesItIsTheFile() {
    assertEquals(YAML, shown("c.yaml", YAML));
  }

  @Test
  void changesStandBehindTheFile() {
    String shown =
        shown(
            "c.yaml",
            YAML,
            new Amendment(Kind.PLACE, "web", "b", "INFINITY"),
            new Amendment(Kind.PLACE, "web", "a", "-INFINITY"),
            new Amendment(Kind.PLACE, "db", "a", "5"),
            new Amendment(Kind.NODE_ATTRIBUTE, "a", "standby", "on\nnodes: [evil]"),
            new Amendment(Kind.CLUSTER_OPTION, "", "maintenance-mode", "true"));
    assertEquals(
        YAML
            + """

            # Beside this file, by commands:
            # - web is moved to b
            # - web is banned from a
            # - db has a score of 5 for a
            # - `standby` of a is `on nodes: [evil]`
            # - the option `maintenance-mode` is `true`""",
        shown);
    assertEquals(read("c.yaml", YAML), read("c.yaml", shown));
  }

  @Test
  void theyAreCommentsInACibToo() {
    String shown =
        shown(
            "c.xml",
            XML,
            new Amendment(Kind.NODE_ATTRIBUTE, "a", "x", "--><evil/>"),
            new Amendment(Kind.NODE_ATTRIBUTE, "a", "y", "-"));
    assertEquals(
        XML
            + """
            <!-- Beside this file, by commands:
              `x` of a is `- -><evil/>`
              `y` of a is `-`
            -->""",
        shown);
    assertEquals(read("c.xml", XML), read("c.xml", shown));
  }
}
