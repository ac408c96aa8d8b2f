package dev.drover.schedule.order;

/** A step's state as bits, the form in which a collective sums up its members' steps. */
final class Flags {
  static final int OPTIONAL = 1;
  static final int RUNNABLE = 1 << 1;
  static final int MIGRATABLE = 1 << 2;
  static final int PSEUDO = 1 << 3;

  private Flags() {}

  static int of(Step step) {
    return (step.required ? 0 : OPTIONAL)
        | (step.runnable ? RUNNABLE : 0)
        | (step.migratable ? MIGRATABLE : 0)
        | (step.pseudo ? PSEUDO : 0);
  }

  static boolean has(int flags, int flag) {
    return (flags & flag) != 0;
  }
}
