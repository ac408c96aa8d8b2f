package dev.drover.raft;

import java.nio.file.Path;

/**
 * Where the PEM files are that members know each other by.
 *
 * @param authority whose certificates are trusted, and none else
 * @param certificate this member's
 * @param key that belongs to it; PKCS #8
 */
public record Keys(Path authority, Path certificate, Path key) {}
