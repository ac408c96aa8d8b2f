package dev.drover.agent.fence;

/**
 * What a device can do besides off.
 *
 * @param cutsPower whether a node that it turns off and on starts anew
 * @param unfences whether {@code on} is asked for when the node joins, and not before
 * @param turnsOn whether it can be asked for {@code on}
 */
record Traits(boolean cutsPower, boolean unfences, boolean turnsOn) {
  /** Of a device whose agent tells nothing. */
  static Traits unknown(Device device) {
    return new Traits(false, device.options().unfencing(), false);
  }

  /**
   * Of a device whose agent tells its metadata. As the FenceAgentAPI says, an agent that only cuts
   * a node off from storage has no reboot.
   */
  static Traits of(Device device, Metadata metadata) {
    boolean staysOff = device.options().word(FenceAction.REBOOT).equals(FenceAction.OFF.word());
    return new Traits(
        metadata.supports(FenceAction.REBOOT) && !staysOff,
        metadata.unfences() || device.options().unfencing(),
        metadata.supports(FenceAction.ON) && !staysOff);
  }
}
