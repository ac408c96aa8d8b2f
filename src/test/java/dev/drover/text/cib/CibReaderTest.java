package dev.drover.text.cib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.model.Agent;
import dev.drover.model.ClusterState;
import dev.drover.model.Kind;
import dev.drover.model.NodeKind;
import dev.drover.model.Role;
import dev.drover.model.Score;
import dev.drover.model.config.Configuration;
import dev.drover.model.config.Expression;
import dev.drover.model.config.LocationConstraint;
import dev.drover.model.config.OperationConfig;
import dev.drover.model.config.OrderConstraint;
import dev.drover.model.config.ResourceConfig;
import dev.drover.model.config.SettingSet;
import dev.drover.model.status.NodeState;
import dev.drover.model.status.OperationRecord;
import dev.drover.model.status.Status;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;

class CibReaderTest {
  private static Configuration configuration(String sections) throws Exception {
    return RoundTrip.read("<cib><configuration>" + sections + "</configuration></cib>")
        .configuration();
  }

  private static List<ResourceConfig> resources(String text) throws Exception {
    return configuration("<resources>" + text + "</resources>").resources();
  }

  @Test
  void anEmptyCibIsAnEmptyState() throws Exception {
    ClusterState state = RoundTrip.read("<?xml version='1.0'?><!-- nothing --><cib/>");
    assertEquals(List.of(), state.configuration().resources());
    assertEquals(new Status(false, null, null, List.of(), List.of()), state.status());
  }

  @Test
  void compressedInputIsRecognizedByItsContent() throws Exception {
    byte[] plain = "<cib have-quorum='1'/>".getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(gzip)) {
      out.write(plain);
    }
    ByteArrayOutputStream bzip2 = new ByteArrayOutputStream();
    try (OutputStream out = new BZip2CompressorOutputStream(bzip2)) {
      out.write(plain);
    }
    assertTrue(
        CibReader.read(new ByteArrayInputStream(gzip.toByteArray()), "x").status().quorate());
    assertTrue(
        CibReader.read(new ByteArrayInputStream(bzip2.toByteArray()), "x").status().quorate());
  }

  @Test
  void optionsGetTheirCurrentNames() throws Exception {
    Configuration read =
        configuration(
            """
            <crm_config><cluster_property_set id="s" score="3">
              <nvpair id="1" name="stonith-enabled" value="false"/>
              <nvpair id="2" name="stonith-action" value="poweroff"/>
              <nvpair id="3" name="no-quorum-policy" value="suicide"/>
              <nvpair id="4" name="stonith-timeout" value="1s"/>
              <nvpair id="5" name="fencing-timeout" value="2s"/>
              <nvpair id="6" name="empty"/>
              <nvpair id="7" name="no-quorum-policy" value="ignored: it stands there twice"/>
            </cluster_property_set></crm_config>
            """);
    Map<String, String> expected =
        Map.of(
            "fencing-enabled",
            "false",
            "fencing-action",
            "off",
            "no-quorum-policy",
            "fence",
            "fencing-timeout",
            "2s");
    assertEquals(List.of(new SettingSet("s", new Score(3), null, expected)), read.options());
  }

  @Test
  void oldClusterOptionsBecomeDefaultsInOldSchemasOnly() throws Exception {
    String text =
        """
        <cib validate-with="%s"><configuration><crm_config><cluster_property_set id="s">
        <nvpair id="1" name="default-resource-stickiness" value="7"/></cluster_property_set></crm_config>
        </configuration></cib>
        """;
    Configuration old = RoundTrip.read(text.formatted("pacemaker-1.2")).configuration();
    assertEquals(Map.of("resource-stickiness", "7"), old.resourceDefaults().get(0).values());
    assertEquals(Map.of(), old.options().get(0).values());
    assertEquals(
        List.of(),
        RoundTrip.read(text.formatted("pacemaker-3.0")).configuration().resourceDefaults());
  }

  @Test
  void setsWrittenLaterComeFirst() throws Exception {
    ResourceConfig read =
        resources(
                """
                <primitive id="a" class="ocf" type="Dummy">
                  <meta_attributes id="one"><nvpair id="1" name="target-role" value="Master"/></meta_attributes>
                  <meta_attributes id-ref="two"/>
                </primitive>
                <primitive id="b" class="ocf" type="Dummy">
                  <meta_attributes id="two"><nvpair id-ref="1" name="other-name"/></meta_attributes>
                </primitive>
                """)
            .get(0);
    assertEquals(
        List.of(
            SettingSet.always("two", Map.of("other-name", "Master")),
            SettingSet.always("one", Map.of("target-role", "Promoted"))),
        read.meta());
  }

  @Test
  void aTemplateIsMergedBehindWhatThePrimitiveSays() throws Exception {
    ResourceConfig read =
        resources(
                """
                <template id="T" class="ocf" provider="heartbeat" type="IPaddr2">
                  <meta_attributes id="tm"><nvpair id="1" name="priority" value="1"/></meta_attributes>
                  <operations>
                    <op id="t1" name="monitor" interval="10s"/>
                    <op id="t2" name="monitor" interval="20s" role="Master"/>
                  </operations>
                </template>
                <primitive id="a" template="T">
                  <meta_attributes id="am"><nvpair id="2" name="priority" value="2"/></meta_attributes>
                  <operations><op id="a1" name="monitor" interval="30s" role="Started" timeout="5s"/></operations>
                </primitive>
                """)
            .get(0);
    assertEquals(new Agent("ocf", "heartbeat", "IPaddr2"), read.agent());
    assertEquals("T", read.template());
    assertEquals(List.of("am", "tm"), read.meta().stream().map(SettingSet::id).toList());
    assertEquals(List.of("a1", "t2"), read.operations().stream().map(OperationConfig::id).toList());
    assertEquals(Map.of("role", "Promoted"), read.operations().get(1).attributes());
    assertEquals(Map.of("role", "Started", "timeout", "5s"), read.operations().get(0).attributes());
  }

  @Test
  void collectivesKeepTheirMembers() throws Exception {
    List<ResourceConfig> read =
        resources(
            """
            <master id="m"><meta_attributes id="mm"><nvpair id="1" name="master-max" value="2"/></meta_attributes>
              <group id="g"><primitive id="x" class="ocf" type="A"/><primitive id="y" class="ocf" type="A"/></group>
            </master>
            <bundle id="u">
              <docker image="web" masters="1"/>
              <network control-port="3121"><port-mapping id="p" port="80"/></network>
              <storage><storage-mapping id="s" source-dir="/a" target-dir="/b"/></storage>
              <primitive id="z" class="ocf" type="A"/>
            </bundle>
            """);
    ResourceConfig master = read.get(0);
    assertEquals(Kind.CLONE, master.kind());
    assertEquals(
        Map.of("promotable", "true"),
        master.meta().get(0).values(),
        "the element says it before all options");
    assertEquals(Map.of("promoted-max", "2"), master.meta().get(1).values());
    assertEquals(
        List.of("x", "y"),
        master.members().get(0).members().stream().map(ResourceConfig::id).toList());
    ResourceConfig bundle = read.get(1);
    assertEquals(Map.of("image", "web", "promoted-max", "1"), bundle.container().attributes());
    assertEquals(Map.of("control-port", "3121"), bundle.container().network());
    assertEquals(List.of(Map.of("id", "p", "port", "80")), bundle.container().ports());
    assertEquals("/b", bundle.container().storage().get(0).get("target-dir"));
    assertEquals("z", bundle.members().get(0).id());
  }

  @Test
  void rulesBecomeConditions() throws Exception {
    LocationConstraint read =
        configuration(
                """
                <resources><primitive id="a" class="ocf" type="A"/></resources>
                <constraints><rsc_location id="l" rsc="a"><rule id="r" score="5" role="Slave" boolean-op="OR">
                  <expression id="e" attribute="rack" operation="EQ" value="1" type="number"/>
                  <rule id="n" score="0">
                    <date_expression id="d" operation="date_spec"><date_spec id="x" hours="9-16"/></date_expression>
                    <rsc_expression id="q" class="ocf"/>
                    <op_expression id="o" name="monitor" interval="10s"/>
                  </rule>
                </rule></rsc_location></constraints>
                """)
            .locations()
            .get(0);
    Expression nested =
        new Expression.All(
            List.of(
                new Expression.DateTest("date_spec", null, null, Map.of(), Map.of("hours", "9-16")),
                new Expression.ResourceTest("ocf", null, null),
                new Expression.OperationTest("monitor", "10s")));
    Expression rack = new Expression.AttributeTest("rack", "eq", "number", "1", "literal");
    assertEquals(new Expression.Any(List.of(rack, nested)), read.rules().get(0).condition());
    assertEquals(Role.UNPROMOTED, read.rules().get(0).role());
    assertEquals(new Score(5), read.rules().get(0).score());
  }

  @Test
  void aLifetimeBecomesPartOfTheRule() throws Exception {
    LocationConstraint read =
        configuration(
                """
                <resources><primitive id="a" class="ocf" type="A"/></resources>
                <constraints><rsc_location id="l" rsc="a" node="n1" score="5"><lifetime><rule id="r" score="0">
                  <date_expression id="d" operation="lt" end="2030-01-01"/>
                </rule></lifetime></rsc_location></constraints>
                """)
            .locations()
            .get(0);
    assertNull(read.node());
    Expression onNode = new Expression.AttributeTest("#uname", "eq", null, "n1", "literal");
    Expression before = new Expression.DateTest("lt", null, "2030-01-01", Map.of(), Map.of());
    assertEquals(
        new Expression.All(List.of(onNode, new Expression.All(List.of(before)))),
        read.rules().get(0).condition());
  }

  @Test
  void ordersAndSetsKeepWhatWasWritten() throws Exception {
    List<OrderConstraint> read =
        configuration(
                """
                <resources><primitive id="a" class="ocf" type="A"/><primitive id="b" class="ocf" type="A"/></resources>
                <constraints>
                  <rsc_order id="o1" first="a" then="b" score="0" symmetrical="no"/>
                  <rsc_order id="o2" kind="Serialize"><resource_set id="s" sequential="true" require-all="false">
                    <resource_ref id="a"/><resource_ref id="b"/></resource_set></rsc_order>
                </constraints>
                """)
            .orders();
    assertEquals("Optional", read.get(0).kind(), "what a score of 0 said before there were kinds");
    assertEquals(false, read.get(0).symmetrical());
    assertEquals(List.of("a", "b"), read.get(1).sets().get(0).resources());
    assertTrue(read.get(1).sets().get(0).endsOnly());
    assertEquals(false, read.get(1).sets().get(0).requireAll());
  }

  @Test
  void constraintsMayNameWhatIsOnlyImplied() throws Exception {
    List<LocationConstraint> read =
        configuration(
                """
                <resources>
                  <primitive id="vm" class="ocf" type="A"><meta_attributes id="m">
                    <nvpair id="1" name="remote-node" value="guest"/></meta_attributes></primitive>
                  <bundle id="u"><podman image="web"/></bundle>
                  <clone id="c"><primitive id="x" class="ocf" type="A"/></clone>
                </resources>
                <constraints>
                  <rsc_location id="l1" rsc="guest" node="n1" score="1"/>
                  <rsc_location id="l2" rsc="u-podman-0" node="n1" score="1"/>
                  <rsc_location id="l3" rsc="x:0" node="n1" score="1"/>
                </constraints>
                """)
            .locations();
    assertEquals(
        List.of("guest", "u-podman-0", "x:0"),
        read.stream().map(LocationConstraint::resource).toList());
  }

  @Test
  void nodesLevelsAndTags() throws Exception {
    Configuration read =
        configuration(
            """
            <nodes><node id="1" uname="n1" score="5"/><node id="2" uname="n2" type="remote"/><node id="3"/></nodes>
            <resources><primitive id="f1" class="stonith" type="x"/><primitive id="f2" class="stonith" type="x"/>
            </resources>
            <fencing-topology>
              <fencing-level id="l" target-pattern="n.*" index="1" devices="f1, f2"/>
              <fencing-level id="too-high" target="n1" index="10" devices="f1"/>
            </fencing-topology>
            <tags><tag id="t"><obj_ref id="f1"/></tag></tags>
            """);
    assertEquals(new Score(5), read.nodes().get(0).score());
    assertEquals(NodeKind.REMOTE, read.nodes().get(1).kind());
    assertEquals("3", read.nodes().get(2).name());
    assertEquals(List.of("f1", "f2"), read.fencingLevels().get(0).devices());
    assertEquals(1, read.fencingLevels().size());
    assertEquals(Map.of("t", List.of("f1")), read.tags());
  }

  @Test
  void theStatusIsRead() throws Exception {
    Status read =
        RoundTrip.read(
                """
                <cib have-quorum="true" dc-uuid="1" execution-date="1600000000" no-quorum-panic="1"><status>
                  <node_state id="1" uname="n1" in_ccm="1600000000" crmd="online" join="member" expected="member"
                      ha="x">
                    <transient_attributes id="1">
                      <instance_attributes id="i"><nvpair id="1" name="fail-count" value="2"/></instance_attributes>
                      <utilization id="u"><nvpair id="2" name="cpu" value="4"/></utilization>
                    </transient_attributes>
                    <lrm id="1"><lrm_resources>
                      <lrm_resource id="a:0" class="ocf" type="Dummy" container="u">
                        <lrm_rsc_op id="a_last_0" operation_key="a_start_0" operation="start" interval="0" call-id="5"
                          rc-code="1" op-status="4" transition-key="3:1:0:2668bbeb-06d5-40f9-936d-24cb7f87006a"
                          last-run="7" last-rc-change="8" exit-reason="no disk" on_node="n1"/>
                        <lrm_rsc_op id="a_monitor_5000" operation="monitor" interval="5000" rc-code="0" op-status="0"
                          transition-key="garbled"/>
                        <lrm_rsc_op id="tells nothing" operation="monitor"/>
                      </lrm_resource>
                    </lrm_resources></lrm>
                  </node_state>
                  <tickets><ticket_state id="east" granted="true" last-granted="9" owner="x"/></tickets>
                </status></cib>
                """)
            .status();
    assertEquals("1", read.coordinator());
    assertEquals(1_600_000_000L, read.executionDate());
    assertTrue(read.panicWithoutQuorum());
    NodeState node = read.nodes().get(0);
    assertEquals("1600000000", node.inCluster());
    assertEquals(Map.of("ha", "x"), node.flags());
    assertEquals(Map.of("fail-count", "2"), node.attributes());
    assertEquals(Map.of("cpu", "4"), node.utilization());
    List<OperationRecord> operations = node.history().get(0).operations();
    assertEquals(Map.of("container", "u"), node.history().get(0).attributes());
    assertEquals(
        new OperationRecord(
            "a_last_0",
            "a_start_0",
            "start",
            0,
            5,
            4,
            1,
            0,
            "3:1:0:2668bbeb-06d5-40f9-936d-24cb7f87006a",
            7,
            8,
            "no disk",
            null,
            null,
            Map.of("on_node", "n1")),
        operations.get(0));
    assertEquals("a_monitor_5000", operations.get(1).key(), "the id, where no key was recorded");
    assertEquals(-1, operations.get(1).expectedRc());
    assertEquals(2, operations.size());
    assertEquals(Map.of("owner", "x"), read.tickets().get(0).attributes());
  }
}
