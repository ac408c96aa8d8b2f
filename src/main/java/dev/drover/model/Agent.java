package dev.drover.model;

import org.jspecify.annotations.Nullable;

/**
 * Which program manages a resource.
 *
 * @param standard {@code ocf}, {@code systemd}, {@code lsb}, {@code service}, {@code stonith},
 *     {@code compose}, …
 * @param provider the vendor folder, for OCF only
 * @param type the agent's own name
 */
public record Agent(String standard, @Nullable String provider, String type) {
  /** True for a device that fences nodes. */
  public boolean isFenceDevice() {
    return standard.equals("stonith");
  }

  /** True for the agent of connections to remote nodes. */
  public boolean isRemoteConnection() {
    return standard.equals("ocf") && "pacemaker".equals(provider) && type.equals("remote");
  }

  /** {@code ocf:heartbeat:IPaddr2}: the form that people write. */
  @Override
  public String toString() {
    return provider == null ? standard + ":" + type : standard + ":" + provider + ":" + type;
  }
}
