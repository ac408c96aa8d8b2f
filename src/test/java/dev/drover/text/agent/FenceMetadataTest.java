package dev.drover.text.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.agent.UnusableMetadataException;
import dev.drover.agent.fence.FenceAction;
import dev.drover.agent.fence.Metadata;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What agents say of themselves. */
class FenceMetadataTest {
  private static final String SWITCH =
      """
      <?xml version="1.0" ?>
      <resource-agent name="fence_test" shortdesc="A switch that is not there">
        <longdesc>It does nothing.</longdesc>
        <parameters>
          <parameter name="action" unique="0" required="1">
            <content type="string" default="reboot"/>
          </parameter>
          <parameter name="ip" unique="0" required="1" obsoletes="ipaddr">
            <content type="string"/>
            <shortdesc lang="en">Where it is</shortdesc>
          </parameter>
          <parameter name="ipaddr" required="1" deprecated="1"><content type="string"/></parameter>
          <parameter name="plug" required="1" obsoletes="port"/>
          <parameter name="port" required="1" deprecated="1"/>
        </parameters>
        <actions>
          <action name="on" automatic="0"/>
          <action name="off"/>
          <action name="reboot" on_target="1"/>
          <action name="validate-all"/>
        </actions>
      </resource-agent>
      """;

  @Test
  void parametersAndActionsAreRead() throws Exception {
    Metadata metadata = read(SWITCH);
    assertEquals("fence_test", metadata.agent());
    assertEquals("A switch that is not there", metadata.description());
    assertEquals(
        new Metadata.Parameter("action", true, "string", "reboot", false),
        metadata.parameters().get(0));
    assertEquals(new Metadata.Action("reboot", false, true), metadata.actions().get(2));
    assertTrue(metadata.supports(FenceAction.VALIDATE_ALL));
    assertFalse(metadata.supports(FenceAction.LIST));
    assertFalse(metadata.unfences());
  }

  @Test
  void nodeIsNamedByPortBeforePlug() throws Exception {
    assertEquals(Optional.of("port"), read(SWITCH).targetParameter());
    assertEquals(
        Optional.of("plug"), read(SWITCH.replace("name=\"port\"", "name=\"x\"")).targetParameter());
    assertEquals(
        Optional.empty(),
        read(SWITCH.replaceAll("name=\"(port|plug)\"", "name=\"x\"")).targetParameter());
  }

  @Test
  void automaticOnIsUnfencing() throws Exception {
    assertTrue(read(SWITCH.replace("automatic=\"0\"", "automatic=\"1\"")).unfences());
  }

  @Test
  void otherTextIsRefusedWithThePlace() {
    assertEquals(
        "metadata of fence_test:1:1: found `<html>`, expected <resource-agent>",
        problem("<html/>"));
    assertTrue(
        problem("Usage: fence_test").startsWith("metadata of fence_test:1:1: found `"),
        problem("Usage: fence_test"));
  }

  @Test
  void aDocumentTypeThatIsOnlyNamedIsPassedOver() throws Exception {
    String named = "<!DOCTYPE resource-agent SYSTEM \"ra-api-1.dtd\">\n<resource-agent";
    assertEquals(read(SWITCH), read(SWITCH.replace("<resource-agent", named)));
  }

  @Test
  void documentTypesAreRefused() {
    String bomb =
        "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><resource-agent>&a;</resource-agent>";
    assertTrue(problem(bomb).contains("expected no document type"), problem(bomb));
  }

  @Test
  void textThatIsTooLongIsRefused() {
    String name = "x".repeat(70_000);
    assertTrue(
        problem("<resource-agent name=\"" + name + "\"/>")
            .contains("expected a document within the limits"));
  }

  private static Metadata read(String text) throws UnusableMetadataException {
    return new FenceMetadata().read("fence_test", text);
  }

  private static String problem(String text) {
    return String.valueOf(
        assertThrows(UnusableMetadataException.class, () -> read(text)).getMessage());
  }
}
