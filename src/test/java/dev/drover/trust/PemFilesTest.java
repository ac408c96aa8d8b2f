package dev.drover.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.drover.peer.Peer;
import dev.drover.peer.Role;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PemFilesTest {
  @TempDir private Path folder;
  private final Issuer issuer = new Issuer(Clock.systemUTC(), new SecureRandom());

  @Test
  void whatIsWrittenIsPrivateAndComplete() throws IOException, GeneralSecurityException {
    PemFiles files = new PemFiles(folder);
    Credential authority = issuer.authority("shop", Duration.ofDays(2));
    files.writeAuthority(authority);
    files.writeNode("alice", alice(authority));
    assertEquals(List.of("alice.key", "alice.pem", "authority.key", "authority.pem"), names());
    for (String key : List.of("alice.key", "authority.key")) {
      assertEquals(
          PosixFilePermissions.fromString("rw-------"),
          Files.getPosixFilePermissions(folder.resolve(key)));
    }
    assertEquals(authority, files.readAuthority());
  }

  @Test
  void nothingIsOverwrittenAndNoHalfIsLeft() throws IOException, GeneralSecurityException {
    PemFiles files = new PemFiles(folder);
    Credential authority = issuer.authority("shop", Duration.ofDays(2));
    Files.writeString(folder.resolve("alice.pem"), "mine");
    assertThrows(
        FileAlreadyExistsException.class, () -> files.writeNode("alice", alice(authority)));
    assertEquals(List.of("alice.pem"), names());
    assertEquals("mine", Files.readString(folder.resolve("alice.pem")));
  }

  @Test
  void anythingElseIsNotRead() throws IOException {
    Files.writeString(folder.resolve("authority.pem"), "-----BEGIN CERTIFICATE-----\nhello");
    assertThrows(GeneralSecurityException.class, () -> new PemFiles(folder).readAuthority());
  }

  @Test
  void aNodeCannotTakeTheAuthoritysFileOrLeaveTheFolder() throws GeneralSecurityException {
    Credential made = alice(issuer.authority("shop", Duration.ofDays(2)));
    for (String name : List.of("authority", "../alice", "")) {
      assertThrows(
          IllegalArgumentException.class, () -> new PemFiles(folder).writeNode(name, made));
    }
  }

  private Credential alice(Credential authority) throws GeneralSecurityException {
    return issuer.issue(
        authority, new Peer("shop", Role.MEMBER, "alice"), List.of(), Duration.ofDays(1));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
