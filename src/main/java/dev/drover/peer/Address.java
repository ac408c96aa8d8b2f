package dev.drover.peer;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where something is reached. A name is not looked up here.
 *
 * @param host a DNS name, or an IP address without brackets
 * @param port 1 to 65535
 */
public record Address(String host, int port) {
  private static final int MAX_PORT = 65_535;
  private static final Pattern BRACKETED = Pattern.compile("\\[([^\\[\\]]+)](?::(\\d{1,5}))?");
  private static final Pattern PLAIN = Pattern.compile("([^\\[\\]:]+)(?::(\\d{1,5}))?");

  private static final String NAME = "[A-Za-z0-9]([A-Za-z0-9.-]{0,252})";
  private static final String BYTE = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
  private static final String IPV4 = BYTE + "(\\." + BYTE + "){3}";

  /**
   * Checks both.
   *
   * @throws IllegalArgumentException where one is not possible
   */
  public Address {
    if (!isHost(host)) {
      throw new IllegalArgumentException("host `" + host + "`: expected a DNS name or IP address");
    }
    if (port < 1 || port > MAX_PORT) {
      throw new IllegalArgumentException("port `" + port + "`: expected 1 to " + MAX_PORT);
    }
  }

  /**
   * Reads {@code HOST} or {@code HOST:PORT}, where an IPv6 address with a port stands in brackets;
   * empty where it is anything else.
   *
   * @param defaultPort where none is given
   */
  public static Optional<Address> parse(String text, int defaultPort) {
    if (isIpv6(text)) {
      return Optional.of(new Address(text, defaultPort));
    }
    Matcher bracketed = BRACKETED.matcher(text);
    Matcher parts = bracketed.matches() ? bracketed : PLAIN.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String host = parts.group(1);
    int port = parts.group(2) == null ? defaultPort : Integer.parseInt(parts.group(2));
    boolean possible = parts == bracketed ? isIpv6(host) : isHost(host);
    return possible && port >= 1 && port <= MAX_PORT
        ? Optional.of(new Address(host, port))
        : Optional.empty();
  }

  /** Whether that can be a host: a DNS name, or an IP address without brackets. */
  public static boolean isHost(String host) {
    // what has only digits and dots is meant as an IPv4 address
    return isIp(host) || (host.matches(NAME) && !host.matches("[\\d.]+"));
  }

  /**
   * Whether that is an IP address, without brackets; if so, {@link InetAddress} looks up nothing.
   */
  public static boolean isIp(String host) {
    return host.matches(IPV4) || isIpv6(host);
  }

  private static boolean isIpv6(String host) {
    if (!host.matches("[0-9A-Fa-f.]*:[0-9A-Fa-f.:]*:[0-9A-Fa-f.:]*")) {
      return false;
    }
    try {
      // what stands in brackets is never looked up
      InetAddress.getByName("[" + host + "]");
      return true;
    } catch (UnknownHostException malformed) {
      return false;
    }
  }

  /** The host as it stands before a port: an IPv6 address in brackets. */
  public String shownHost() {
    return host.contains(":") ? "[" + host + "]" : host;
  }

  /** What {@link #parse} reads. */
  @Override
  public String toString() {
    return shownHost() + ":" + port;
  }
}
