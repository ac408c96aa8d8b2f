package dev.drover.text.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.agent.Reload;
import dev.drover.agent.UnusableMetadataException;
import dev.drover.execute.Unreloadable;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which parameters OCF agents take up by a reload, as their metadata say. */
class ReloadMetadataTest {
  private static final String NEW =
      """
      <?xml version="1.0"?>
      <!DOCTYPE resource-agent SYSTEM "ra-api-1.dtd">
      <resource-agent name="lamp" version="0.9">
        <version> 1.1
        </version>
        <longdesc lang="en">A lamp that is not there.</longdesc>
        <parameters>
          <parameter name="port" unique="1"><content type="integer"/></parameter>
          <parameter name="color" reloadable="1" unique="1"><content type="string"/></parameter>
          <parameter name="state" reloadable="0" unique="0"/>
          <parameter name="light" reloadable="true" unique="0"/>
          <parameter><content type="string"/></parameter>
        </parameters>
        <actions>
          <action name="start" timeout="20s"/>
          <action name="reload" timeout="20s"/>
          <action name="reload-agent" timeout="20s"/>
        </actions>
      </resource-agent>
      """;

  private static final Optional<Reload> BY_RELOAD_AGENT = reload("reload-agent", "port", "state");
  private static final Optional<Reload> BY_RELOAD = reload("reload", "port", "color");

  private static Optional<Reload> reload(String task, String... unreloadable) {
    return Optional.of(new Reload(task, new Unreloadable(List.of(unreloadable))));
  }

  private static Optional<Reload> read(String text) throws UnusableMetadataException {
    return new ReloadMetadata().read("ocf:test:lamp", text);
  }

  private static String problem(String text) {
    return String.valueOf(
        assertThrows(UnusableMetadataException.class, () -> read(text)).getMessage());
  }

  @Test
  void sinceOcf11WhatIsNotReloadableNeedsARestart() throws Exception {
    assertEquals(BY_RELOAD_AGENT, read(NEW));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.1", "1.2", "1.10", "2", "2.0.1"})
  void laterVersionsAreReadLikewise(String version) throws Exception {
    assertEquals(BY_RELOAD_AGENT, read(NEW.replace(" 1.1\n", version)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0", "1", "0.9", "", "new", "99999999999.1"})
  void beforeWhatIsUniqueNeedsARestart(String version) throws Exception {
    assertEquals(BY_RELOAD, read(NEW.replace(" 1.1\n", version)));
    assertEquals(BY_RELOAD, read(NEW.replaceAll("(?s)<version>.*</version>", "")));
  }

  @Test
  void withoutTheActionOfItsVersionAnAgentCannotReload() throws Exception {
    String without = NEW.replace("<action name=\"reload-agent\" timeout=\"20s\"/>", "");
    assertEquals(Optional.empty(), read(without), "its reload is the service's own since OCF 1.1");
    assertEquals(BY_RELOAD, read(without.replace(" 1.1\n", "1.0")));
    String old = NEW.replace("<action name=\"reload\" timeout=\"20s\"/>", "");
    assertEquals(Optional.empty(), read(old.replace(" 1.1\n", "1.0")));
  }

  @Test
  void whereEveryParameterIsReloadableNoneNeedsARestart() throws Exception {
    assertEquals(
        reload("reload-agent"),
        read(
            NEW.replace("reloadable=\"0\"", "reloadable=\"1\"")
                .replace("\"port\"", "\"port\" reloadable=\"1\"")));
  }

  @Test
  void aNameTwiceCountsOnce() throws Exception {
    assertEquals(
        reload("reload-agent", "port", "state", "more"),
        read(
            NEW.replace(
                "</parameters>",
                "<parameter name=\"port\"/><parameter name=\"more\"/></parameters>")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Usage: lamp {start|stop}",
        "<html/>",
        "<resource-agent>",
        "<!DOCTYPE resource-agent [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><resource-agent>&a;</resource-agent>"
      })
  void whatIsNoMetadataIsSaidToBeNone(String text) {
    String problem = problem(text);
    assertTrue(problem.startsWith("metadata of ocf:test:lamp:"), problem);
    assertTrue(problem.contains(": found ") && problem.contains(", expected "), problem);
    assertEquals(1, problem.lines().count(), problem);
  }

  @Test
  void whereTheMistakeIsIsSaid() {
    assertEquals(
        "metadata of ocf:test:lamp:1:1: found `<html>`, expected <resource-agent>",
        problem("<html/>"));
  }

  @Test
  void namesThatCannotBeWrittenDownAreRefused() {
    assertEquals(
        "metadata of ocf:test:lamp: found `a port`, expected the name of a parameter",
        problem(NEW.replace("\"port\"", "\"a port\"")));
    assertEquals(
        "metadata of ocf:test:lamp: found names of 9005 characters, expected 8192 at most",
        problem(NEW.replace("\"port\"", "\"" + "p".repeat(9_000) + "\"")));
  }

  @Test
  void metadataThatWereCutAreRefused() {
    assertTrue(
        problem(NEW.substring(0, NEW.length() - 30)).startsWith("metadata of ocf:test:lamp:"));
  }
}
