package dev.drover.schedule.order;

import dev.drover.schedule.tree.Item;
import org.jspecify.annotations.Nullable;

/**
 * The points in the order between which a clone's instances are told that some of them will do
 * something, or have done it.
 *
 * @param collective the clone; or one instance, where its stop is implied by fencing
 * @param task what they are told of: {@code start}, {@code stop}, {@code promote} or {@code demote}
 * @param pre where telling before it begins, and {@code preDone} where all have been told; null
 *     where only told after
 * @param post where telling after it begins, and {@code postDone} where all have been told
 */
record Notice(
    Item collective,
    String task,
    @Nullable Step pre,
    @Nullable Step preDone,
    Step post,
    Step postDone) {
  /** The parameter that names the task of the collective that a notification goes with. */
  static final String ABOUT = "notify_key_operation";

  /**
   * Makes the points around a clone's action.
   *
   * @param action the action that is begun; null to tell of it afterwards only
   * @param done what says that it is done
   */
  static Notice around(
      StepBook book, Item collective, String task, @Nullable Step action, Step done) {
    Step pre = null;
    Step preDone = null;
    if (action != null) {
      pre = point(book, collective, "pre", action, task);
      preDone = point(book, collective, "confirmed-pre", action, task);
      pre.runnable = true;
      preDone.runnable = true;
      pre.precedes(preDone, Bonds.ORDERED);
      preDone.precedes(action, Bonds.ORDERED);
    }
    Step post = point(book, collective, "post", done, task);
    Step postDone = point(book, collective, "confirmed-post", done, task);
    post.runnable = done.runnable;
    postDone.runnable = done.runnable;
    done.precedes(post, Bonds.FIRST_REQUIRES_THEN);
    post.precedes(postDone, Bonds.FIRST_REQUIRES_THEN);
    if (preDone != null) {
      preDone.precedes(post, Bonds.ORDERED);
    }
    Notice notice = new Notice(collective, task, pre, preDone, post, postDone);
    book.add(notice);
    return notice;
  }

  private static Step point(StepBook book, Item collective, String type, Step about, String task) {
    String name = type.startsWith("confirmed") ? "notified" : "notify";
    Step step =
        book.pseudo(collective, key(collective, type, about.task), name, about.required, false);
    step.put("notify_key_type", type);
    step.put(ABOUT, about.task);
    step.put("notify_type", type.endsWith("pre") ? "pre" : "post");
    step.put("notify_operation", task);
    return step;
  }

  static String key(Item item, String type, String task) {
    return StepBook.key(item.id(), type + "_notify_" + task, 0);
  }
}
