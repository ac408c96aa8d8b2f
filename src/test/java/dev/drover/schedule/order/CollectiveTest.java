package dev.drover.schedule.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.model.fact.Bond;
import dev.drover.schedule.order.Ordering.Ordered;
import dev.drover.schedule.place.Replica;
import dev.drover.schedule.tree.Item;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Groups and clones as a whole: their points in the order, and how requirements reach their
 * members.
 */
class CollectiveTest {
  private final Cluster cluster = new Cluster("n1", "n2");

  private Item[] pair(String id, boolean interleave, boolean notifies) {
    Item all = cluster.copies(id, interleave, false, notifies);
    return new Item[] {all, cluster.primitive(id + "0:0", all), cluster.primitive(id + "0:1", all)};
  }

  private void withPoints(Item root) {
    new CollectiveSteps(cluster.book, cluster.context).create(root);
    if (root.isGroup()) {
      cluster.relations.addAll(GroupRelations.of(cluster.context, root, true));
    } else {
      cluster.relations.addAll(CloneRelations.of(root));
    }
  }

  @Test
  void aGroupStartsFirstMemberFirst() {
    Item group = cluster.group("g", null);
    Item fs = cluster.primitive("fs", group);
    Item ip = cluster.primitive("ip", group);
    cluster.start(fs, "n1", true);
    cluster.start(ip, "n1", true);
    withPoints(group);
    assertEquals(
        Set.of(
            "g_start_0 -> fs_start_0 n1",
            "g_start_0 -> ip_start_0 n1",
            "g_start_0 -> g_running_0",
            "fs_start_0 n1 -> ip_start_0 n1",
            "fs_start_0 n1 -> g_running_0",
            "ip_start_0 n1 -> g_running_0"),
        Cluster.edges(cluster.plan()));
  }

  @Test
  void aGroupRestartsFromTheMemberThatMust() {
    Item group = cluster.group("g", null);
    Item fs = cluster.primitive("fs", group);
    Item ip = cluster.primitive("ip", group);
    for (Item item : group.members()) {
      cluster.active(item, "n1");
      cluster.stop(item, "n1", false);
      cluster.start(item, "n1", false);
      cluster.relate(item, "stop", item, "start", Bond.INTERMEDIATE_STOP);
    }
    cluster.book.step(fs, "start", 0, "n1", true);
    withPoints(group);
    assertEquals(
        Set.of(
            "fs_start_0 n1",
            "fs_stop_0 n1",
            "g_running_0",
            "g_start_0",
            "g_stop_0",
            "g_stopped_0",
            "ip_start_0 n1",
            "ip_stop_0 n1"),
        Cluster.executed(cluster.plan()));
    assertEquals("required fs start", cluster.book.find(ip, "start", null).reason);
  }

  @Test
  void whoFollowsAGroupWaitsForAllOfIt() {
    Item group = cluster.group("g", null);
    cluster.start(cluster.primitive("fs", group), "n1", true);
    Item web = cluster.primitive("web");
    cluster.start(web, "n1", true);
    withPoints(group);
    cluster.relate(group, "start", web, "start", Bond.FIRST_REQUIRES_THEN, Bond.FIRST_MUST_RUN);
    Set<String> edges = Cluster.edges(cluster.plan());
    assertTrue(edges.contains("g_running_0 -> web_start_0 n1"));
    assertFalse(edges.contains("g_start_0 -> web_start_0 n1"));
  }

  @Test
  void whoFollowsACloneStartsAgainWhenAnInstanceStarts() {
    assertEquals("required lock running", followerOfOneMore(true).reason);
  }

  @Test
  void whoFollowsACloneStaysWhereTheInstanceThatShouldStartCannot() {
    Step follower = followerOfOneMore(false);
    assertFalse(follower.required);
    assertTrue(follower.runnable);
  }

  /** The start of what follows a clone of which one instance runs and one should start. */
  private Step followerOfOneMore(boolean possible) {
    Item[] lock = pair("lock", false, false);
    cluster.active(lock[1], "n1");
    cluster.start(lock[1], "n1", false);
    Item disk = cluster.primitive("disk");
    cluster.start(disk, "n2", true).runnable = possible;
    cluster.start(lock[2], "n2", true);
    Item web = cluster.primitive("web");
    cluster.active(web, "n2");
    Step follower = cluster.start(web, "n2", false);
    withPoints(lock[0]);
    cluster.relate(disk, "start", lock[2], "start", Bond.FIRST_MUST_RUN);
    cluster.relate(lock[0], "start", web, "start", Bond.FIRST_REQUIRES_THEN, Bond.FIRST_MUST_RUN);
    cluster.order();
    return follower;
  }

  @Test
  void interleavedInstancesWaitForTheirNeighboursOnly() {
    Item[] lock = pair("lock", true, false);
    Item[] disk = pair("disk", true, false);
    cluster.start(lock[1], "n1", true);
    cluster.start(lock[2], "n2", true);
    cluster.start(disk[1], "n2", true);
    cluster.start(disk[2], "n1", true);
    withPoints(lock[0]);
    withPoints(disk[0]);
    cluster.relate(
        lock[0], "start", disk[0], "start", Bond.FIRST_REQUIRES_THEN, Bond.FIRST_MUST_RUN);
    Set<String> edges = Cluster.edges(cluster.plan());
    assertTrue(edges.contains("lock0:0_start_0 n1 -> disk0:1_start_0 n1"), edges::toString);
    assertTrue(edges.contains("lock0:1_start_0 n2 -> disk0:0_start_0 n2"), edges::toString);
    assertFalse(edges.contains("lock0:0_start_0 n1 -> disk0:0_start_0 n2"), edges::toString);
  }

  @Test
  void anInstanceWithoutANeighbourIsWithdrawn() {
    Item[] lock = pair("lock", true, false);
    Item[] disk = pair("disk", true, false);
    cluster.start(lock[1], "n1", true);
    cluster.start(disk[1], "n1", true);
    Step lonely = cluster.start(disk[2], "n2", true);
    withPoints(lock[0]);
    withPoints(disk[0]);
    cluster.relate(
        lock[0], "start", disk[0], "start", Bond.FIRST_REQUIRES_THEN, Bond.FIRST_MUST_RUN);
    Ordered ordered = cluster.order();
    assertFalse(lonely.runnable);
    assertNull(ordered.places().get("disk0:1").node());
    assertTrue(Cluster.executed(ordered.plan()).contains("disk0:0_start_0 n1"));
  }

  @Test
  void otherInstancesWaitForAll() {
    Item[] lock = pair("lock", false, false);
    Item[] disk = pair("disk", false, false);
    cluster.start(lock[1], "n1", true);
    cluster.start(lock[2], "n2", true);
    cluster.start(disk[1], "n1", true);
    withPoints(lock[0]);
    withPoints(disk[0]);
    cluster.relate(
        lock[0], "start", disk[0], "start", Bond.FIRST_REQUIRES_THEN, Bond.FIRST_MUST_RUN);
    Set<String> edges = Cluster.edges(cluster.plan());
    assertTrue(edges.contains("lock_running_0 -> disk_start_0"), edges::toString);
    assertFalse(edges.contains("lock0:0_start_0 n1 -> disk0:0_start_0 n1"), edges::toString);
  }

  @Test
  void instancesAreToldBeforeAndAfter() {
    Item[] store = pair("store", false, true);
    cluster.active(store[1], "n1");
    cluster.goesTo(store[1], "n1");
    cluster.start(store[2], "n2", true);
    withPoints(store[0]);
    Ordered ordered = cluster.order();
    assertEquals(
        Set.of(
            "store0:0_post_notify_start_0 n1",
            "store0:0_pre_notify_start_0 n1",
            "store0:1_post_notify_start_0 n2",
            "store0:1_start_0 n2",
            "store_confirmed-post_notify_running_0",
            "store_confirmed-pre_notify_start_0",
            "store_post_notify_running_0",
            "store_pre_notify_start_0",
            "store_running_0",
            "store_start_0"),
        Cluster.executed(ordered.plan()));
    Step told = cluster.book.find(store[1], "notify", "n1");
    assertEquals("store0:1", told.parameters().get("notify_start_resource"));
    assertEquals("n1", told.parameters().get("notify_active_uname"));
    assertEquals(" ", told.parameters().get("notify_stop_resource"));
  }

  @Test
  void probesComeBeforeStarts() {
    Item web = cluster.primitive("web");
    Item log = cluster.primitive("log");
    Step probe = cluster.book.step(web, "monitor", 0, "n2", true);
    cluster.start(log, "n1", true);
    cluster.relations.add(
        Relation.of(probe, web, "start", Set.of(Bond.ORDERED, Bond.FIRST_MUST_RUN)));
    cluster.start(web, "n1", true);
    cluster.active(log, "n1");
    cluster.stop(log, "n1", true);
    cluster.relate(log, "stop", log, "start", Bond.INTERMEDIATE_STOP);
    cluster.relate(web, "start", log, "start", Bond.FIRST_REQUIRES_THEN, Bond.FIRST_MUST_RUN);
    Set<String> edges = Cluster.edges(cluster.plan());
    assertTrue(edges.contains("web_monitor_0 n2 -> web_start_0 n1"), edges::toString);
    assertTrue(edges.contains("web_monitor_0 n2 -> log_stop_0 n1"), edges::toString);
  }

  @Test
  void whoFollowsABundleWaitsForWhatRunsInItsContainers() {
    cluster.node("box-0", true, false);
    Item bundle = cluster.bundle("box");
    Item container = cluster.primitive("box-docker-0", bundle);
    Item inner = cluster.copies("box-clone", false, false, false, bundle);
    Item inside = cluster.primitive("web:0", inner);
    cluster.bundles.put("box", List.of(new Replica("box-docker-0", null, null, "web:0", "box-0")));
    Item[] disk = pair("disk", true, false);
    cluster.start(container, "n1", true);
    cluster.start(inside, "box-0", true);
    cluster.start(disk[1], "n1", true);
    CollectiveSteps points = new CollectiveSteps(cluster.book, cluster.context);
    points.createOutside(bundle);
    points.create(inner);
    points.createInside(bundle);
    withPoints(disk[0]);
    cluster.relate(
        bundle, "start", disk[0], "start", Bond.FIRST_REQUIRES_THEN, Bond.FIRST_MUST_RUN);
    Set<String> edges = Cluster.edges(cluster.plan());
    assertTrue(edges.contains("web:0_start_0 box-0 -> disk0:0_start_0 n1"), edges::toString);
    assertTrue(cluster.book.find(bundle, "start", null).required);
    assertTrue(cluster.book.find(inner, "start", null).required);
  }
}
