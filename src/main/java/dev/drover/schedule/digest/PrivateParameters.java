package dev.drover.schedule.digest;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Leaves out what a digest of everything but the private parameters does not cover. */
final class PrivateParameters {
  private static final Pattern VERSION =
      Pattern.compile("\\s*(\\d{1,9})(?:\\.(\\d{1,9}))?.*", Pattern.DOTALL);

  /** Parameters of fence devices that the cluster reads itself. */
  private static final Pattern FENCING =
      Pattern.compile(
          "provides|stonith-timeout|pcmk_(action_limit|delay_base|delay_max|host_(argument|check|list|map))"
              + "|pcmk_[^_]*_(action|timeout|retries)");

  private PrivateParameters() {}

  /**
   * What is left.
   *
   * @param all everything that the digest of all parameters covers
   * @param names the private parameters
   * @param featureSet the feature set of those who recorded the digest, null for the current one:
   *     before 3.16.0 only parameters in the agent's own description counted
   */
  static ParameterSet leaveOut(
      ParameterSet all, Set<String> names, DigestInput now, @Nullable String featureSet) {
    if (featureSet != null && isBefore316(featureSet)) {
      boolean device = now.agent().isFenceDevice();
      return new ParameterSet()
          .add(now.parameters())
          .filter(name -> !names.contains(name) && !(device && FENCING.matcher(name).matches()));
    }
    // The coordinator does record the timeout of a recurring operation here, but Pacemaker compares
    // without it.
    return all.filter(name -> !names.contains(name) && !name.equals(ParameterSet.TIMEOUT));
  }

  private static boolean isBefore316(String featureSet) {
    Matcher version = VERSION.matcher(featureSet);
    if (!version.matches()) {
      return true;
    }
    int major = Integer.parseInt(version.group(1));
    int minor = version.group(2) == null ? 0 : Integer.parseInt(version.group(2));
    return major < 3 || (major == 3 && minor < 16);
  }
}
