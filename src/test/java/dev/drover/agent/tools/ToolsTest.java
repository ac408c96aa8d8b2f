package dev.drover.agent.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tools as agents call them: what they ask for, print and end with. */
class ToolsTest {
  private static final Map<String, String> AGENT =
      Map.of("OCF_RESOURCE_INSTANCE", "db:1", "DROVER_PATIENCE", "20");

  @TempDir Path data;
  private Bench bench;
  private Reply reply = new Reply(Reply.OK, "7");

  @BeforeEach
  void install() throws Exception {
    bench = new Bench(data, words -> reply);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private Bench.Ended run(String line) throws Exception {
    return bench.run(AGENT, line.split(" "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"crm_attribute", "crm_master", "attrd_updater", "crm_node", "pacemakerd"})
  void theSystemCanRunIt(String name) throws Exception {
    Path program = bench.programs().resolve(name);
    assertTrue(Files.isExecutable(program));
    assertEquals("#!/bin/sh", Files.readAllLines(program).get(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          crm_attribute -N n1 -l reboot --name web-x -v true | do=set name=web-x node=n1 scope=transient value=true
          crm_attribute --node=n1 --lifetime=forever --name=x --update=-3 | do=set name=x node=n1 scope=permanent value=-3
          crm_attribute -N n1 -n x -v5 | do=set name=x node=n1 scope=permanent value=5
          crm_attribute -Nn1 -lreboot -nx -D | do=delete name=x node=n1 scope=transient
          crm_attribute -n x -v 1 -l reboot | do=set name=x scope=transient value=1
          crm_attribute --type crm_config --name r_INFO -s r_replication -v a,b -q | do=set name=r_INFO scope=option value=a,b
          crm_attribute -t nodes -n x -D | do=delete name=x scope=permanent
          crm_attribute -t status -n x -D | do=delete name=x scope=transient
          crm_attribute --promotion -v 10 | do=set name=master-db scope=transient value=10
          crm_attribute -p -v -INFINITY | do=set name=master-db scope=transient value=-INFINITY
          crm_attribute -p web -D | do=delete name=master-web scope=transient
          crm_attribute --promotion=web:0 -v 1 | do=set name=master-web:0 scope=transient value=1
          crm_attribute --promotion -D -N n2 | do=delete name=master-db node=n2 scope=transient
          crm_master -l reboot -v 100 | do=set name=master-db scope=transient value=100
          crm_master -Q -l reboot -v 5 | do=set name=master-db scope=transient value=5
          crm_master -v 5 | do=set name=master-db scope=permanent value=5
          crm_master -N n2 -l reboot -D | do=delete name=master-db node=n2 scope=transient
          crm_master -r web -l reboot -v 1 | do=set name=master-web scope=transient value=1
          attrd_updater -n p -v 100 -d 5s | dampening=5000 do=set name=p scope=transient value=100
          attrd_updater -n p -B 08 -d 08 -S status | dampening=8000 do=set name=p scope=transient value=08
          attrd_updater -n p -U normal -d 250ms | dampening=250 do=set name=p scope=transient value=normal
          attrd_updater -D -n p -N n2 -q | dampening=0 do=delete name=p node=n2 scope=transient
          """)
  void asksForWhatItsOptionsSay(String line, String expected) throws Exception {
    assertEquals(new Bench.Ended(0, "", ""), run(line));
    assertEquals(List.of(expected), bench.asked().stream().map(ToolsTest::words).toList());
  }

  private static String words(Map<String, String> words) {
    return String.join(
        " ",
        new TreeMap<>(words)
            .entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          crm_attribute -N n1 -l reboot -n x -G | scope=status  name=x value=7
          crm_attribute -N n1 -n x | scope=nodes  name=x value=7
          crm_attribute -t crm_config -n x --query | scope=crm_config  name=x value=7
          crm_attribute -N n1 -l forever -n x -Gq | 7
          crm_attribute -N n1 -l reboot -n x --quiet | 7
          crm_master -G -Q -l reboot | 7
          crm_master -l reboot | scope=status  name=master-db value=7
          attrd_updater -n x -Q -N n1 | name="x" host="n1" value="7"
          attrd_updater -n x -Q | name="x" host="7" value="7"
          attrd_updater -n x -Qq -N n1 | 7
          crm_node -n | 7
          crm_node -q | 7
          crm_node -p | 7
          """)
  void printsWhatAgentsReadOfIt(String line, String expected) throws Exception {
    assertEquals(new Bench.Ended(0, expected + "\n", ""), run(line));
  }

  @Test
  void oneOfInstancesThatAreToldApartHasAScoreOfItsOwn() throws Exception {
    Map<String, String> unique = new TreeMap<>(AGENT);
    unique.put("OCF_RESKEY_CRM_meta_globally_unique", "true");
    bench.run(unique, "crm_master", "-l", "reboot", "-v", "5");
    assertEquals("master-db:1", bench.asked().get(0).get("name"));
  }

  @Test
  void whatIsAskedForIsNeverEvaluated() throws Exception {
    String value = "$(touch " + data + "/made) `id` ; \"quoted' \\n %s * é";
    assertEquals(0, bench.run(AGENT, "crm_attribute", "-p", "-v", value).exit());
    assertEquals(value, bench.asked().get(0).get("value"));
    reply = new Reply(Reply.OK, value);
    assertEquals(value + "\n", bench.run(AGENT, "crm_attribute", "-p", "-Gq").out());
    assertTrue(Files.notExists(data.resolve("made")));
  }

  @Test
  void aDefaultIsLeftToWhoeverKnowsTheValue() throws Exception {
    run("crm_attribute -t crm_config -n stonith-enabled -G -q -d true");
    assertEquals("true", bench.asked().get(0).get("default"));
  }

  @Test
  void whatThereIsNotEndsAsAgentsKnowIt() throws Exception {
    reply = new Reply(Reply.NO_SUCH, "`x` has no value");
    assertEquals(
        new Bench.Ended(105, "", "crm_attribute: `x` has no value\n"),
        run("crm_attribute -N n1 -l reboot -n x -Gq"));
    assertEquals(105, run("attrd_updater -Q -n x -N n1").exit());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          crm_attribute -N n1 -G | no name is given: expected `-n NAME`
          crm_attribute -n x -l weekly -v 1 | found the lifetime `weekly`, expected reboot or forever
          crm_attribute -n x -t tickets -v 1 | found the type `tickets`, expected crm_config, nodes or status
          crm_attribute -z -n cpu -v 1 | `-z` is not supported by Drover: expected one attribute by its name
          crm_attribute -n x -v | `-v` lacks its value
          crm_attribute x | found `x`, expected an option
          crm_master --cibadmin | found the option `--cibadmin`, expected -n, -v, -D, -G, -q, -l, -N, -t, -p or -d
          attrd_updater -n x -Y -d 5 | `-Y` is not supported by Drover: a delay is given with each change
          attrd_updater -n x -v 1 -d soon | found the delay `soon`, expected a time such as 5s
          attrd_updater -n x | nothing is asked for: expected -U, -D or -Q
          crm_node -R n1 | found the option `-R`, expected -n, -q or -p
          """)
  void whatMakesNoSenseIsRefusedAndNotAskedFor(String line, String why) throws Exception {
    String tool = line.substring(0, line.indexOf(' '));
    assertEquals(new Bench.Ended(64, "", tool + ": " + why + "\n"), run(line));
    assertEquals(List.of(), bench.asked());
  }

  @Test
  void severalLinesAreRefused() throws Exception {
    Bench.Ended ended = bench.run(AGENT, "crm_attribute", "-p", "-v", "1\ndo=delete");
    assertEquals(64, ended.exit());
    assertEquals("crm_attribute: the value has several lines: expected one\n", ended.err());
  }

  @Test
  void whoIsNotAnsweredSaysSoAndLeavesNothing() throws Exception {
    bench.stopAnswering();
    Map<String, String> variables = Map.of("DROVER_PATIENCE", "1");
    Bench.Ended ended = bench.run(variables, "crm_attribute", "-n", "x", "-G");
    assertEquals(124, ended.exit());
    assertEquals(
        "crm_attribute: no answer within 1 s. Maybe the daemon does not run\n", ended.err());
    assertEquals(List.of(), left());
  }

  @Test
  void anAgentIsNotKeptWaitingUntilItsOwnTimeIsUp() throws Exception {
    bench.stopAnswering();
    Map<String, String> variables = Map.of("OCF_RESKEY_CRM_meta_timeout", "4000");
    Bench.Ended ended = bench.run(variables, "crm_attribute", "-n", "x", "-G");
    assertEquals(124, ended.exit());
    assertTrue(ended.err().contains("no answer within 1 s"), ended.err());
  }

  @Test
  void nothingIsLeftOfWhatWasAnswered() throws Exception {
    run("crm_attribute -p -v 1");
    assertEquals(List.of(), left());
  }

  private List<Path> left() throws Exception {
    try (Stream<Path> files = Files.list(bench.spool())) {
      return files.toList();
    }
  }

  @Test
  void onlyTheSuperuserMayAsk() throws Exception {
    for (Path folder : List.of(bench.spool(), bench.programs())) {
      assertEquals(
          "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
    }
  }
}
