package dev.drover.agent.systemd;

import java.util.List;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;

/**
 * What is asked of systemd's manager object, as {@code org.freedesktop.systemd1(5)} describes it.
 *
 * <p>Public because the D-Bus library makes the implementation of it.
 */
@DBusInterfaceName("org.freedesktop.systemd1.Manager")
public interface Manager extends DBusInterface {
  /** The name that the manager has on the bus. */
  String BUS_NAME = "org.freedesktop.systemd1";

  /** Where it is found under that name. */
  String PATH = "/org/freedesktop/systemd1";

  /** Asks for signals; without it none are sent. */
  @DBusMemberName("Subscribe")
  void subscribe();

  /**
   * Queues the start of a unit.
   *
   * @param mode {@code replace}: whatever is queued against it is cancelled
   * @return the job; {@link JobRemoved} says how it ended
   */
  @DBusMemberName("StartUnit")
  DBusPath startUnit(String unit, String mode);

  /** Queues the stop of a unit, likewise. */
  @DBusMemberName("StopUnit")
  DBusPath stopUnit(String unit, String mode);

  /** Queues a reload of a unit's own configuration, likewise. */
  @DBusMemberName("ReloadUnit")
  DBusPath reloadUnit(String unit, String mode);

  /** Reads the files of all units again; answers when it has. */
  @DBusMemberName("Reload")
  void reload();

  /** Takes a job from the queue, and ends it where it runs. */
  @DBusMemberName("CancelJob")
  void cancelJob(UInt32 job);

  /** The state of each of the units, also of one that has no file. */
  @DBusMemberName("ListUnitsByNames")
  List<UnitStatus> listUnitsByNames(List<String> units);

  /** A job has ended. */
  @DBusMemberName("JobRemoved")
  class JobRemoved extends DBusSignal {
    private final DBusPath job;
    private final String result;

    /**
     * The signal with its parts in the order of the protocol.
     *
     * @param result {@code done}, {@code failed}, {@code timeout}, {@code dependency}, …
     */
    public JobRemoved(String path, UInt32 id, DBusPath job, String unit, String result)
        throws DBusException {
      super(path, id, job, unit, result);
      this.job = job;
      this.result = result;
    }

    DBusPath job() {
      return job;
    }

    String result() {
      return result;
    }
  }
}
