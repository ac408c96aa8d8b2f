package dev.drover.features;

import dev.drover.model.ClusterState;
import dev.drover.model.NodeKind;
import dev.drover.model.Role;
import dev.drover.scenario.AgentEvent;
import dev.drover.scenario.ConfigurationChange;
import dev.drover.scenario.Deed;
import dev.drover.scenario.Deed.Verb;
import dev.drover.scenario.Event;
import dev.drover.scenario.Expectation;
import dev.drover.scenario.NodeEvent;
import dev.drover.scenario.Quorum;
import dev.drover.text.InputException;
import dev.drover.text.yaml.ClusterReader;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The sentences that features are written in. */
public final class Sentences {
  private final Told told = new Told();

  @ParameterType("started|stopped|promoted|demoted|watched|probed")
  public Verb deed(String word) {
    return switch (word) {
      case "started" -> Verb.START;
      case "stopped" -> Verb.STOP;
      case "promoted" -> Verb.PROMOTE;
      case "demoted" -> Verb.DEMOTE;
      case "watched" -> Verb.MONITOR;
      default -> Verb.PROBE;
    };
  }

  @ParameterType("online|offline|unclean|pending|in standby|in maintenance")
  public Expectation.NodeCondition condition(String word) {
    return Expectation.NodeCondition.valueOf(word.replace("in ", "").toUpperCase(Locale.ROOT));
  }

  @Given("the cluster in {string}")
  public void theClusterIn(String file) throws InputException {
    begin(ClusterReader.read(Path.of(file)));
  }

  @Given("the cluster")
  public void theCluster(String yaml) throws InputException {
    begin(ClusterReader.read(yaml, "the feature"));
  }

  private void begin(ClusterState cluster) {
    long members =
        cluster.configuration().nodes().stream()
            .filter(node -> node.kind() == NodeKind.MEMBER)
            .count();
    told.begin(cluster, members == 2 ? Quorum.TWO_NODE : Quorum.MAJORITY);
  }

  @When("node {string} loses power")
  public void losesPower(String node) {
    told.happen(new NodeEvent.LosesPower(node));
  }

  @When("node {string} stops answering")
  public void stopsAnswering(String node) {
    told.happen(new NodeEvent.StopsAnswering(node));
  }

  @When("node {string} comes up")
  public void comesUp(String node) {
    told.happen(new NodeEvent.ComesUp(node));
  }

  @When("node {string} is shut down")
  public void shutsDown(String node) {
    told.happen(new NodeEvent.ShutsDown(node));
  }

  @When("somebody confirms that node {string} is off")
  public void confirmedDown(String node) {
    told.happen(new NodeEvent.ConfirmedDown(node));
  }

  @When("node {string} is given {string} as {string}")
  public void nodeAttribute(String node, String name, String value) {
    told.happen(new ConfigurationChange.NodeAttributes(node, Map.of(name, value)));
  }

  @When("the {word} of {string} fails on {string}")
  public void fails(String operation, String resource, String node) {
    told.happen(
        new AgentEvent.Fails(
            resource, operation, node, operation.equals("monitor") ? 7 : 1, 1, ""));
  }

  @When("the {word} of {string} fails on {string} whenever it is tried")
  public void failsAlways(String operation, String resource, String node) {
    told.happen(new AgentEvent.Fails(resource, operation, node, 1, Integer.MAX_VALUE, ""));
  }

  @When("the {word} of {string} works again")
  public void works(String operation, String resource) {
    told.happen(new AgentEvent.Mended(resource, operation, null));
  }

  @When("failures of {string} are cleaned up")
  public void cleanedUp(String resource) {
    told.happen(new Event.FailuresCleared(resource, null));
  }

  @When("{string} dies without notice")
  public void dies(String resource) {
    told.happen(new AgentEvent.Dies(resource, null));
  }

  @When("fence device {string} breaks")
  public void deviceBreaks(String device) {
    told.happen(new AgentEvent.FenceDeviceBreaks(device));
  }

  @When("fence device {string} is mended")
  public void deviceMended(String device) {
    told.happen(new AgentEvent.FenceDeviceMended(device));
  }

  @When("{string} and {string} no longer hear each other")
  public void splits(String one, String other) {
    told.happen(new Event.NetworkSplits(List.of(List.of(one), List.of(other))));
  }

  @When("the network heals")
  public void heals() {
    told.happen(new Event.NetworkHeals());
  }

  @When("quorum is lost")
  public void quorumLost() {
    told.happen(new Event.QuorumChanges(false));
  }

  @When("quorum is back")
  public void quorumBack() {
    told.happen(new Event.QuorumChanges(true));
  }

  @When("the cluster is given {string} as {string}")
  public void clusterOption(String name, String value) {
    told.happen(new ConfigurationChange.ClusterOptions(Map.of(name, value)));
  }

  @When("resource {string} is given {string} as {string}")
  public void resourceOption(String resource, String name, String value) {
    told.happen(new ConfigurationChange.ResourceOptions(resource, Map.of(name, value)));
  }

  @When("{int} seconds pass")
  public void pass(int seconds) {
    told.happen(new Event.TimePasses(Duration.ofSeconds(seconds)));
  }

  @Then("{string} runs on {string}")
  public void runs(String resource, String node) {
    told.expect(new Expectation.Runs(resource, List.of(node), null));
  }

  @Then("{string} runs on {string} and {string}")
  public void runsOnBoth(String resource, String one, String other) {
    told.expect(new Expectation.Runs(resource, List.of(one, other), null));
  }

  @Then("{string} is promoted on {string}")
  public void isPromoted(String resource, String node) {
    told.expect(new Expectation.Runs(resource, List.of(node), Role.PROMOTED));
  }

  @Then("{string} runs nowhere")
  public void runsNowhere(String resource) {
    told.expect(new Expectation.Stopped(resource));
  }

  @Then("{string} was {deed} on {string}")
  public void was(String resource, Verb verb, String node) {
    told.expect(new Expectation.Happens(new Deed(verb, resource, node)));
  }

  @Then("{string} was {deed} on {string} before {string} was {deed} there")
  public void wasBeforeThere(String resource, Verb verb, String node, String other, Verb later) {
    wasBefore(resource, verb, node, other, later, node);
  }

  @Then("{string} was {deed} on {string} before {string} was {deed} on {string}")
  public void wasBefore(
      String resource, Verb verb, String node, String other, Verb later, String otherNode) {
    inOrder(new Deed(verb, resource, node), new Deed(later, other, otherNode));
  }

  @Then("node {string} was fenced before {string} was {deed} on {string}")
  public void fencedBefore(String fenced, String resource, Verb verb, String node) {
    inOrder(new Deed(Verb.FENCE, fenced, null), new Deed(verb, resource, node));
  }

  private void inOrder(Deed... deeds) {
    told.expect(new Expectation.InOrder(List.of(deeds)));
  }

  @Then("node {string} was fenced")
  public void fenced(String node) {
    told.expect(new Expectation.Happens(new Deed(Verb.FENCE, node, null)));
  }

  @Then("node {string} was not fenced")
  public void notFenced(String node) {
    told.expect(new Expectation.Never(new Deed(Verb.FENCE, node, null)));
  }

  @Then("{string} was not {deed}")
  public void wasNot(String resource, Verb verb) {
    told.expect(new Expectation.Never(new Deed(verb, resource, null)));
  }

  @Then("{string} was not {deed} on {string}")
  public void wasNotOn(String resource, Verb verb, String node) {
    told.expect(new Expectation.Never(new Deed(verb, resource, node)));
  }

  @Then("nothing was done")
  public void nothing() {
    told.expect(new Expectation.NothingHappens());
  }

  @Then("{string} was never active twice")
  public void neverTwice(String resource) {
    told.expect(new Expectation.NeverActiveTwice(resource));
  }

  @Then("{string} and {string} were never on the same node")
  public void neverTogether(String one, String other) {
    told.expect(new Expectation.NeverTogether(one, other));
  }

  @Then("node {string} is {condition}")
  public void nodeIs(String node, Expectation.NodeCondition condition) {
    told.expect(new Expectation.NodeIs(node, condition, null));
  }

  @Then("{string} has failed {int} time(s) on {string}")
  public void hasFailed(String resource, int times, String node) {
    told.expect(new Expectation.FailureCount(resource, node, times));
  }

  @Then("the reason for {string} speaks of {string}")
  public void reason(String subject, String words) {
    told.expect(new Expectation.Because(subject, words));
  }
}
