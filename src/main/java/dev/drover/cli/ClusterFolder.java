package dev.drover.cli;

import dev.drover.peer.Role;
import dev.drover.peer.Site;
import dev.drover.text.yaml.SiteWriter;
import dev.drover.trust.Credential;
import dev.drover.trust.Issuer;
import dev.drover.trust.NewFile;
import dev.drover.trust.PemFiles;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * The folder with all files of a cluster: the authority, and a folder for each node and for people.
 *
 * @param path where it is, or is to be
 */
record ClusterFolder(Path path) {
  /** How the files with a node's certificate and key begin. */
  static final String NODE = "node";

  /** How long a certificate is valid where nothing is said. */
  static final int USUAL_DAYS = 730;

  private static final int MAX_DAYS = 3650;
  private static final Duration AUTHORITY = Duration.ofDays(20 * 365);
  private static final String OLD = ".old";

  private static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private static final String NOTE =
      """
      Whoever has authority.key can make a certificate for any node of this cluster, and for
      operators. It belongs on no node: keep it, with authority.pem and this folder, where only
      those come who may do that. `drover cluster renew` needs it, and nothing else does.
      """;

  /** Refuses a time for which no certificate is made. */
  static void checkDays(CommandSpec spec, int days) {
    if (days < 1 || days > MAX_DAYS) {
      throw new ParameterException(
          spec.commandLine(), "found `" + days + "`, expected 1 to " + MAX_DAYS + " days");
    }
  }

  /** The folder of one node, or of the operator. */
  Path of(String name) {
    return path.resolve(name);
  }

  /**
   * Makes everything, or nothing.
   *
   * @throws FileAlreadyExistsException where there is something already
   */
  void make(Roster roster, Path data, int days) throws IOException, GeneralSecurityException {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(path.toString());
    }
    Path parent = path.toAbsolutePath().normalize().resolveSibling("");
    Files.createDirectories(parent);
    Path draft = Files.createTempDirectory(parent, ".drover-init", PRIVATE);
    try {
      fill(draft, roster, data, Duration.ofDays(days));
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (DirectoryNotEmptyException meanwhile) {
      throw new FileAlreadyExistsException(path.toString());
    } finally {
      remove(draft);
    }
  }

  private static void fill(Path draft, Roster roster, Path data, Duration validFor)
      throws IOException, GeneralSecurityException {
    Issuer issuer = issuer();
    Credential authority = issuer.authority(roster.cluster(), AUTHORITY);
    new PemFiles(draft).writeAuthority(authority);
    NewFile.write(draft.resolve("authority.key.txt"), NOTE);
    for (Map.Entry<String, Site> each : roster.sites(data).entrySet()) {
      Site site = each.getValue();
      Path folder = Files.createDirectory(draft.resolve(each.getKey()), PRIVATE);
      List<String> hosts =
          roster.entries().stream()
              .filter(entry -> entry.name().equals(site.node()))
              .flatMap(entry -> entry.hosts().stream())
              .toList();
      PemFiles files = new PemFiles(folder);
      files.writeAuthority(authority.certificate());
      files.writeNode(fileName(site), issuer.issue(authority, site.self(), hosts, validFor));
      NewFile.write(folder.resolve("site.yaml"), head(site) + SiteWriter.write(site));
    }
  }

  private static String fileName(Site site) {
    return site.role() == Role.OPERATOR ? Roster.OPERATOR : NODE;
  }

  private static String head(Site site) {
    return "# What the %s `%s` of the cluster `%s` knows before it has talked to anybody.%n"
        .formatted(site.role().word(), site.node(), site.cluster());
  }

  /**
   * Renews one certificate with its key, and that of the operator on the node; the ones before are
   * kept beside them, until the next time.
   *
   * @param hosts in place of those of the certificate before; empty for the same
   * @return the new certificate of the node
   * @throws IOException where a file is missing, or cannot be written
   * @throws GeneralSecurityException where a file holds something else, or another authority's
   */
  X509Certificate renew(String node, List<String> hosts, int days)
      throws IOException, GeneralSecurityException {
    Credential authority = new PemFiles(path).readAuthority();
    Duration validFor = Duration.ofDays(days);
    if (node.equals(Roster.OPERATOR)) {
      return renew(authority, of(node), Roster.OPERATOR, hosts, validFor);
    }
    X509Certificate renewed = renew(authority, of(node), NODE, hosts, validFor);
    Path within = of(node).resolve(Roster.OPERATOR);
    if (Files.isDirectory(within)) {
      renew(authority, within, Roster.OPERATOR, List.of(), validFor);
    }
    return renewed;
  }

  private static X509Certificate renew(
      Credential authority, Path folder, String name, List<String> hosts, Duration validFor)
      throws IOException, GeneralSecurityException {
    Credential made =
        issuer().renew(authority, new PemFiles(folder).readCertificate(name), hosts, validFor);
    Path draft = Files.createTempDirectory(folder, ".renew", PRIVATE);
    try {
      new PemFiles(draft).writeNode(name, made);
      for (String file : List.of(name + ".key", name + ".pem")) {
        Files.copy(
            folder.resolve(file),
            folder.resolve(file + OLD),
            StandardCopyOption.REPLACE_EXISTING,
            StandardCopyOption.COPY_ATTRIBUTES);
      }
      for (String file : List.of(name + ".key", name + ".pem")) {
        Files.move(draft.resolve(file), folder.resolve(file), StandardCopyOption.ATOMIC_MOVE);
      }
    } finally {
      remove(draft);
    }
    return made.certificate();
  }

  private static Issuer issuer() {
    return new Issuer(Clock.systemUTC(), new SecureRandom());
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> below = Files.walk(folder)) {
      for (Path each : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
