package dev.drover.schedule.digest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drover.model.Agent;
import dev.drover.model.fact.ParameterChange;
import dev.drover.model.status.OperationRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The digests below are MD5 sums of the text in the comment, with a space before it and a line feed
 * behind.
 */
class ParameterDigestsTest {
  /** {@code <parameters/>}. */
  private static final String NOTHING = "f2317cad3d54cec5d7d7aa7d0bf35cf8";

  /** {@code <parameters ip="10.0.0.1"/>}. */
  private static final String IP = "ba6a72f3ccfb84f58fad1ff6a1d34598";

  /** {@code <parameters ip="10.0.0.1" nic="eth0"/>}. */
  private static final String IP_NIC = "2fb38347148bb479964377be77233b6e";

  /** {@code <parameters CRM_meta_timeout="20000" ip="10.0.0.1" nic="eth0"/>}. */
  private static final String IP_NIC_TIMEOUT = "c30300c77223c1161896949a7bda56cd";

  /** {@code <parameters ip="10.0.0.1" nic="eth0" trace="1"/>}. */
  private static final String IP_NIC_TRACE = "d103acdd21c73db694be9d3bd008250a";

  /** {@code <parameters login="admin" pcmk_host_map="a:1"/>}. */
  private static final String LOGIN_HOSTS = "85a5822f80d152ef79f6ec453368ce09";

  /** {@code <parameters login="admin"/>}. */
  private static final String LOGIN = "1281083122b902973b31a83e5afc6bec";

  private static final Agent ADDRESS = new Agent("ocf", "heartbeat", "IPaddr2");
  private static final Agent DEVICE = new Agent("stonith", null, "fence_ipmilan");
  private static final Map<String, String> BOTH = Map.of("nic", "eth0", "ip", "10.0.0.1");
  private static final Map<String, String> OTHER_IP = Map.of("nic", "eth0", "ip", "10.0.0.2");
  private static final Map<String, String> OTHER_NIC = Map.of("nic", "eth1", "ip", "10.0.0.1");

  @Test
  void unchangedParametersFitInWhateverOrderTheyAreWritten() {
    assertEquals(ParameterChange.NONE, compare(start("op-digest", IP_NIC), BOTH));
    assertEquals(ParameterChange.NONE, compare(start("op-digest", NOTHING), Map.of()));
  }

  @Test
  void whatTheClusterAddsDoesNotCount() {
    Map<String, String> more =
        Map.of(
            "ip",
            "10.0.0.1",
            "CRM_meta_name",
            "start",
            "id",
            "x",
            "on_node",
            "a",
            "pcmk_external_ip",
            "10.0.0.9");
    assertEquals(ParameterChange.NONE, compare(start("op-digest", IP), more));
  }

  @Test
  void valuesAreEscapedAndNamesSortedByTheirBytes() {
    // <parameters Z="1" a="&lt;b&gt; &amp; &quot;c&quot; it's&#x0A;&#x7F;" ü="ä"/>
    Map<String, String> odd = Map.of("ü", "ä", "a", "<b> & \"c\" it's\n\u007f", "Z", "1");
    assertEquals(
        ParameterChange.NONE, compare(start("op-digest", "193f67dda08813e3e0c84f46ec3a43b4"), odd));
  }

  @Test
  void aChangeAsksForARestartWhereTheAgentCannotReload() {
    assertEquals(ParameterChange.RESTART, compare(start("op-digest", IP_NIC), OTHER_IP));
  }

  @Test
  void onlyParametersInTheListOfTheRecordForceARestartWhereTheAgentCanReload() {
    OperationRecord record =
        start("op-digest", IP_NIC, "op-force-restart", " ip state ", "op-restart-digest", IP);
    assertEquals(ParameterChange.NONE, compare(record, BOTH));
    assertEquals(ParameterChange.RELOADABLE, compare(record, OTHER_NIC));
    assertEquals(ParameterChange.RESTART, compare(record, OTHER_IP));
  }

  @Test
  void withAnEmptyListEverythingCanBeReloaded() {
    OperationRecord record =
        start("op-digest", IP_NIC, "op-force-restart", "", "op-restart-digest", NOTHING);
    assertEquals(ParameterChange.RELOADABLE, compare(record, OTHER_IP));
  }

  @Test
  void aReloadCannotApplyParametersOfTheStartAlone() {
    OperationRecord record =
        start("op-digest", IP_NIC, "op-force-restart", " ip ", "op-restart-digest", IP);
    DigestInput traced =
        new DigestInput(ADDRESS, BOTH, Map.of("trace", "1", "ip", "overruled"), 20_000, null);
    assertEquals(ParameterChange.RESTART, ParameterDigests.compare(record, traced));
    assertEquals(
        ParameterChange.NONE, ParameterDigests.compare(start("op-digest", IP_NIC_TRACE), traced));
  }

  @Test
  void theTimeoutCountsForRecurringOperationsWhichAreScheduledAgain() {
    OperationRecord record = record("monitor", 10_000, Map.of("op-digest", IP_NIC_TIMEOUT));
    assertEquals(ParameterChange.NONE, compare(record, BOTH));
    DigestInput longer = new DigestInput(ADDRESS, BOTH, Map.of(), 30_000, null);
    assertEquals(ParameterChange.RELOADABLE, ParameterDigests.compare(record, longer));
  }

  @Test
  void withoutARecordedDigestNothingIsKnown() {
    assertEquals(ParameterChange.UNKNOWN, compare(start(), BOTH));
  }

  @Test
  void removedPrivateParametersAreForgivenOnlyWhereAsked() {
    OperationRecord record =
        start(
            "op-digest",
            IP_NIC,
            "op-secure-params",
            " nic ",
            "op-secure-digest",
            IP,
            "crm_feature_set",
            "3.19.0");
    DigestInput masked = new DigestInput(ADDRESS, OTHER_NIC, Map.of(), 20_000, null);
    assertEquals(ParameterChange.RESTART, ParameterDigests.compare(record, masked));
    assertEquals(ParameterChange.PRIVATE_ONLY, ParameterDigests.compareSanitized(record, masked));
    DigestInput changed = new DigestInput(ADDRESS, OTHER_IP, Map.of(), 20_000, null);
    assertEquals(ParameterChange.RESTART, ParameterDigests.compareSanitized(record, changed));
    DigestInput same = new DigestInput(ADDRESS, BOTH, Map.of(), 20_000, null);
    assertEquals(ParameterChange.NONE, ParameterDigests.compareSanitized(record, same));
  }

  @Test
  void earlierFeatureSetsLeftWhatTheClusterReadsItselfOutOfTheDigestOfADevice() {
    Map<String, String> masked = Map.of("login", "admin", "passwd", "****", "pcmk_host_map", "a:1");
    DigestInput early = new DigestInput(DEVICE, masked, Map.of(), 20_000, "3.15.9");
    DigestInput late = new DigestInput(DEVICE, masked, Map.of(), 20_000, null);
    OperationRecord agentOnly =
        start("op-digest", NOTHING, "op-secure-params", " passwd ", "op-secure-digest", LOGIN);
    OperationRecord whole =
        start(
            "op-digest", NOTHING, "op-secure-params", " passwd ", "op-secure-digest", LOGIN_HOSTS);
    assertEquals(ParameterChange.PRIVATE_ONLY, ParameterDigests.compareSanitized(agentOnly, early));
    assertEquals(ParameterChange.RESTART, ParameterDigests.compareSanitized(whole, early));
    assertEquals(ParameterChange.RESTART, ParameterDigests.compareSanitized(agentOnly, late));
    assertEquals(ParameterChange.PRIVATE_ONLY, ParameterDigests.compareSanitized(whole, late));
  }

  @Test
  void theFeatureSetOfTheRecordComesBeforeThatOfTheCluster() {
    DigestInput now =
        new DigestInput(
            DEVICE, Map.of("login", "admin", "pcmk_host_map", "a:1"), Map.of(), 20_000, "3.2.0");
    OperationRecord record =
        start("op-digest", NOTHING, "op-secure-digest", LOGIN_HOSTS, "crm_feature_set", "3.16.0");
    assertEquals(ParameterChange.PRIVATE_ONLY, ParameterDigests.compareSanitized(record, now));
  }

  @Test
  void probesPromotionsAndMigrationsAreRedoneByAStart() {
    assertEquals("start", ParameterDigests.affected(record("monitor", 0, Map.of())));
    assertEquals("start", ParameterDigests.affected(record("promote", 0, Map.of())));
    assertEquals("start", ParameterDigests.affected(record("migrate_from", 0, Map.of())));
    assertEquals("monitor", ParameterDigests.affected(record("monitor", 10_000, Map.of())));
    assertEquals("stop", ParameterDigests.affected(record("stop", 0, Map.of())));
  }

  private static ParameterChange compare(OperationRecord record, Map<String, String> parameters) {
    return ParameterDigests.compare(
        record, new DigestInput(ADDRESS, parameters, Map.of(), 20_000, null));
  }

  private static OperationRecord start(String... namesAndValues) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      attributes.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return record("start", 0, attributes);
  }

  private static OperationRecord record(
      String operation, long intervalMs, Map<String, String> attributes) {
    String key = "address_" + operation + "_" + intervalMs;
    return new OperationRecord(
        key, key, operation, intervalMs, 5, 0, 0, 0, "", 0, 0, "", null, null, attributes);
  }
}
