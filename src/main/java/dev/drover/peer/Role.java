package dev.drover.peer;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a certificate entitles its holder to be. */
public enum Role {
  /** Votes and keeps the cluster's state. */
  MEMBER,
  /** Runs resources on its machine. */
  AGENT,
  /** Votes, and runs nothing. */
  WITNESS,
  /** A person or a program that gives commands. */
  OPERATOR;

  /** The role as it is written in a certificate: lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of that word, exactly as {@link #word()} writes it. */
  public static Optional<Role> of(String word) {
    return Stream.of(values()).filter(role -> role.word().equals(word)).findFirst();
  }
}
