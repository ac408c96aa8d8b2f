package dev.drover.text.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.agent.compose.Container;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists of containers as versions of Compose print them. */
class ContainerReaderTest {
  private static final String WEB =
      """
      {"ID":"1a","Name":"p-web-1","Service":"web","State":"running","Health":"healthy"}""";
  private static final String DB =
      """
      {"ID":"2b","Name":"p-db-1","Service":"db","State":"exited","Health":"","ExitCode":137}""";
  private static final List<Container> BOTH =
      List.of(
          new Container("p-web-1", "web", "running", "healthy"),
          new Container("p-db-1", "db", "exited", ""));

  @Test
  void oneObjectALine() {
    assertEquals(BOTH, read(WEB + "\n" + DB + "\n"));
  }

  @Test
  void oneArray() {
    assertEquals(BOTH, read("[" + WEB + "," + DB + "]\n"));
  }

  @Test
  void nothing() {
    assertEquals(List.of(), read(""));
    assertEquals(List.of(), read("[]\n"));
  }

  @Test
  void objectsOfPodman() {
    assertEquals(
        List.of(new Container("p_web_1", "web", "running", "unhealthy")),
        read(
            """
            [{"Names":["p_web_1"],"State":"running","Status":"Up 2 minutes (unhealthy)",
              "Labels":{"com.docker.compose.service":"web"}}]"""));
  }

  @Test
  void objectThatIsNoContainerIsShown() {
    assertTrue(problem("{\"a\":1}").startsWith("found `{\"a\":1}`, expected a container"));
  }

  @Test
  void listThatWasCutShortIsRefused() {
    assertTrue(problem(WEB + "\n" + DB.substring(0, 30)).startsWith("expected a list"));
  }

  private static String problem(String printed) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> read(printed)).getMessage());
  }

  private static List<Container> read(String printed) {
    return new ContainerReader().read(printed);
  }
}
