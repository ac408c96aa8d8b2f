package dev.drover.schedule.order;

/** One change to a step on account of another, with the reason that a report gives for it. */
final class Change {
  private Change() {}

  static void require(Step step, Step cause) {
    if (!step.required) {
      step.required = true;
      because(step, "required", cause);
    }
  }

  static void unrunnable(Step step, Step cause) {
    if (step.runnable) {
      step.runnable = false;
      because(step, "unrunnable", cause);
    }
  }

  static void unmigratable(Step step, Step cause) {
    if (step.migratable) {
      step.migratable = false;
      because(step, "unmigrateable", cause);
    }
  }

  private static void because(Step step, String what, Step cause) {
    if (step.item != cause.item) {
      step.because(
          cause.item == null
              ? what + " " + cause.task
              : what + " " + cause.item.id() + " " + cause.task);
    }
  }
}
