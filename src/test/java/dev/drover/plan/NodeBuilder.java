package dev.drover.plan;

import dev.drover.model.NodeKind;

/** Nodes as tests want them: online members until said otherwise. */
public final class NodeBuilder {
  private final String name;
  private NodeKind kind = NodeKind.MEMBER;
  private boolean online = true;
  private boolean standby;
  private boolean standbyOnFail;
  private boolean maintenance;
  private boolean pending;
  private String unclean;
  private String container;
  private String health = "green";

  private NodeBuilder(String name) {
    this.name = name;
  }

  public static NodeBuilder node(String name) {
    return new NodeBuilder(name);
  }

  public NodeBuilder remote() {
    kind = NodeKind.REMOTE;
    return this;
  }

  public NodeBuilder guestOf(String resource) {
    kind = NodeKind.GUEST;
    container = resource;
    return this;
  }

  public NodeBuilder offline() {
    online = false;
    return this;
  }

  public NodeBuilder standby() {
    standby = true;
    return this;
  }

  public NodeBuilder standbyOnFail() {
    standbyOnFail = true;
    return this;
  }

  public NodeBuilder maintenance() {
    maintenance = true;
    return this;
  }

  public NodeBuilder pending() {
    pending = true;
    return this;
  }

  public NodeBuilder unclean() {
    unclean = "peer is lost";
    return this;
  }

  public NodeBuilder health(String color) {
    health = color;
    return this;
  }

  public NodeView build() {
    return new NodeView(
        "id-" + name,
        name,
        kind,
        online,
        standby,
        standbyOnFail,
        maintenance,
        pending,
        false,
        true,
        unclean,
        container,
        health,
        0);
  }
}
