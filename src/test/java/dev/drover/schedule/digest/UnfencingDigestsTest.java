package dev.drover.schedule.digest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drover.model.Agent;
import dev.drover.model.fact.ParameterChange;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnfencingDigestsTest {
  private static final Agent DEVICE = new Agent("stonith", null, "fence_scsi");

  /** MD5 sum of {@code <parameters login="admin" passwd="secret"/>}. */
  private static final String WITH_PASSWORD = "san:fence_scsi:6f77df301e0ca0fd1402742e18c3b5d1";

  /** MD5 sum of {@code <parameters login="admin"/>}. */
  private static final String WITHOUT_PASSWORD = "san:fence_scsi:1281083122b902973b31a83e5afc6bec";

  private final Map<String, String> remembered =
      Map.of(
          "#digests-all", "other:fence_x:00," + WITH_PASSWORD + ",",
          "#digests-secure", "other:fence_x:00," + WITHOUT_PASSWORD + ",");

  @Test
  void entriesNameTheDeviceItsTypeAndTheDigest() {
    assertEquals(new UnfencingDigests(WITH_PASSWORD, WITHOUT_PASSWORD), digests("admin", "secret"));
  }

  @Test
  void anUnchangedDeviceNeedNotUnfenceAgain() {
    assertEquals(ParameterChange.NONE, digests("admin", "secret").compare(remembered));
  }

  @Test
  void aNewPasswordAloneIsNoReasonToUnfenceAgain() {
    assertEquals(ParameterChange.PRIVATE_ONLY, digests("admin", "****").compare(remembered));
  }

  @Test
  void anyOtherChangeIs() {
    assertEquals(ParameterChange.RESTART, digests("root", "secret").compare(remembered));
    assertEquals(
        ParameterChange.RESTART,
        digests("admin", "****").compare(Map.of("#digests-all", WITH_PASSWORD + ",")));
  }

  @Test
  void aNodeThatRemembersNothingTellsNothing() {
    assertEquals(ParameterChange.UNKNOWN, digests("admin", "secret").compare(Map.of()));
  }

  private static UnfencingDigests digests(String login, String password) {
    Map<String, String> parameters = Map.of("passwd", password, "login", login);
    return UnfencingDigests.of("san", new DigestInput(DEVICE, parameters, Map.of(), 0, null));
  }
}
