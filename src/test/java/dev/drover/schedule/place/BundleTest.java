package dev.drover.schedule.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.drover.model.Kind;
import dev.drover.model.Role;
import dev.drover.model.Score;
import dev.drover.model.fact.CloneShape;
import dev.drover.model.fact.Colocation;
import dev.drover.schedule.tree.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Containers, what connects to them and what runs inside. */
class BundleTest {
  private static Scene web(int replicas, int promotedMax) {
    Scene scene = Scene.of("n1", "n2");
    CloneShape outside = Scene.shape(replicas, 1, 0, true, false);
    Item bundle = Scene.item("web", "web", Kind.BUNDLE, null, outside);
    CloneShape inside = Scene.shape(replicas, 1, promotedMax, false, false);
    List<Replica> list = new ArrayList<>();
    for (int i = 0; i < replicas; i++) {
      String container = "web-docker-" + i;
      Scene.item(container, container, Kind.PRIMITIVE, bundle, null);
      Scene.item("web-" + i, "web-" + i, Kind.PRIMITIVE, bundle, null);
      list.add(new Replica(container, null, "web-" + i, "httpd:" + i, "web-" + i));
      scene.nodes.add(
          new NodeSeat(
              "web-" + i,
              "web-" + i,
              false,
              true,
              "web-" + i,
              container,
              Map.of(),
              Map.of(),
              false));
      scene.implied.add(
          new Colocation(
              "with-container", "web-" + i, null, container, null, "#uname", Score.INFINITY, true));
    }
    Item clone = Scene.item("web-clone", "web-clone", Kind.CLONE, bundle, inside);
    for (int i = 0; i < replicas; i++) {
      Scene.item("httpd:" + i, "httpd", Kind.PRIMITIVE, clone, null);
    }
    scene.roots.add(bundle);
    scene.bundles.put("web", list);
    return scene;
  }

  @Test
  void containersSpreadAndEachInstanceRunsInsideItsOwn() {
    assertEquals(
        "web-docker-0@n1 web-0@n1 web-docker-1@n2 web-1@n2 httpd:0@web-0 httpd:1@web-1",
        web(2, 0).placed());
  }

  @Test
  void aBanOfTheBundleKeepsContainersAndConnectionsAway() {
    Placements placements = web(2, 0).prefers("web", "n2", "-INFINITY").place();
    assertEquals("n1", placements.place("web-docker-0").node());
    assertNull(placements.place("web-docker-1").node());
    assertNull(placements.place("web-1").node());
  }

  @Test
  void instancesInsideArePromoted() {
    Scene scene = web(2, 1).promotable("httpd:1", "web-1", "10");
    assertEquals(Role.PROMOTED, scene.place().place("httpd:1").role());
    assertEquals(Role.UNPROMOTED, scene.place().place("httpd:0").role());
  }

  @Test
  void aDependentRunsBesideAContainer() {
    Scene scene =
        web(1, 0).primitive("log").with("log", "web", "INFINITY").prefers("web", "n1", "-INFINITY");
    assertEquals("n2", scene.place().place("log").node());
  }
}
