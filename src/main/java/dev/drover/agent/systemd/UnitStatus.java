package dev.drover.agent.systemd;

import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.types.UInt32;

/**
 * A unit as systemd lists it; the members are in the order of the protocol.
 *
 * <p>Public because the D-Bus library reads the members.
 */
public final class UnitStatus extends Struct {
  /** The unit's first name, where it was asked for by an alias. */
  @Position(0)
  public final String name;

  @Position(1)
  public final String description;

  /** {@code loaded}, {@code not-found}, {@code masked}, {@code error}, {@code bad-setting}. */
  @Position(2)
  public final String load;

  /** {@code active}, {@code inactive}, {@code failed}, {@code activating}, … */
  @Position(3)
  public final String active;

  /** What the unit's type calls it, such as {@code auto-restart} of a service. */
  @Position(4)
  public final String sub;

  @Position(5)
  public final String following;

  @Position(6)
  public final DBusPath path;

  /** The job that is queued or runs for it; 0 where there is none. */
  @Position(7)
  public final UInt32 jobId;

  @Position(8)
  public final String jobType;

  /** {@code /} where there is no job. */
  @Position(9)
  public final DBusPath jobPath;

  /** All members, as they are transmitted. */
  public UnitStatus(
      String name,
      String description,
      String load,
      String active,
      String sub,
      String following,
      DBusPath path,
      UInt32 jobId,
      String jobType,
      DBusPath jobPath) {
    this.name = name;
    this.description = description;
    this.load = load;
    this.active = active;
    this.sub = sub;
    this.following = following;
    this.path = path;
    this.jobId = jobId;
    this.jobType = jobType;
    this.jobPath = jobPath;
  }

  /** True where neither a file nor a generator makes such a unit. */
  boolean isMissing() {
    return load.equals("not-found");
  }

  /** True where it runs, also while it reads its configuration again. */
  boolean runs() {
    return active.equals("active") || active.equals("reloading") || active.equals("refreshing");
  }

  /** True where it is on its way up or down: only time tells where it arrives. */
  boolean isChanging() {
    return active.equals("activating") || active.equals("deactivating");
  }

  /** The state in systemd's words, for people. */
  String inWords() {
    return "`%s` is `%s` (%s)".formatted(name, active, sub);
  }
}
