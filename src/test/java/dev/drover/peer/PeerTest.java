package dev.drover.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeerTest {
  @ParameterizedTest
  @EnumSource(Role.class)
  void whatIsWrittenIsRead(Role role) {
    Peer peer = new Peer("shop-1", role, "alice.example");
    assertEquals(Optional.of(peer), Peer.parse(peer.uri()));
  }

  @Test
  void itIsWrittenSo() {
    assertEquals("drover://shop/agent/bob", new Peer("shop", Role.AGENT, "bob").uri());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "drover://shop/member",
        "drover://shop/MEMBER/alice",
        "drover://shop/king/alice",
        "drover://shop/member/alice/x",
        "drover://shop/member/alice\n",
        "drover://shop/member/../alice",
        "https://shop/member/alice"
      })
  void anythingElseIsNobody(String uri) {
    assertEquals(Optional.empty(), Peer.parse(uri));
  }
}
