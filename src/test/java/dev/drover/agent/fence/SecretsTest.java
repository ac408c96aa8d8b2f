package dev.drover.agent.fence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be read of a call, and what not. */
class SecretsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "passwd",
        "snmp_priv_passwd",
        "community",
        "secret_key",
        "api_token",
        "apikey",
        "access_key"
      })
  void parametersThatHoldSecretsAreKnown(String name) {
    assertTrue(Secrets.isSecret(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "login",
        "port",
        "password_script",
        "token_file",
        "credentials_file",
        "auth",
        "key"
      })
  void othersMayBeRead(String name) {
    assertFalse(Secrets.isSecret(name));
  }

  @Test
  void longerSecretsAreMaskedFirst() {
    assertEquals(
        "*** and ***, admin",
        Secrets.mask(
            "abc123 and abc, admin",
            Map.of("password", "abc", "secret", "abc123", "token", "", "login", "admin")));
  }
}
