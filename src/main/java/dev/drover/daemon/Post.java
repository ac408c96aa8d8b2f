package dev.drover.daemon;

import dev.drover.live.Letter;
import dev.drover.peer.Peer;

/** Brings letters to others and, by the same way round the loop, to this node itself. */
final class Post {
  private final Peer self;
  private final Loop loop;
  private final Links links;
  private final Links.Reader reader;

  Post(Peer self, Loop loop, Links links, Links.Reader reader) {
    this.self = self;
    this.loop = loop;
    this.links = links;
    this.reader = reader;
  }

  /** Sends a letter; one that cannot be sent is lost, as one on its way may be. */
  boolean send(String node, Letter letter) {
    if (node.equals(self.node())) {
      loop.execute(() -> reader.read(self, null, letter));
      return true;
    }
    return links.send(node, letter);
  }
}
