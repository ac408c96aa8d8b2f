package dev.drover.demo;

/** What a person is told to try. */
final class Guide {
  private Guide() {}

  /** What runs where, and what to do first. */
  static String welcome(DemoFolder folder) {
    return """

        Two machines keep one validator up: the group Peer runs on one of them, Ctz on the other, and never both on one.
        Each is a daemon of its own here, with services that are processes; `witness` only has a vote.
        Files and logs are in %1$s; other terminals can ask, too:
          drover status --site %2$s

        Try, in this order, and look at the reasons that are shown as things happen:
          stop-service peerservice  a process dies: its monitor finds it, and it is started again where it was
          kill pcmk1                all processes of a machine die: it gets 5 s, for a daemon may only restart; then it is
                                    fenced, for nobody knows that nothing runs there any more, and only then Peer moves
          start pcmk1               it comes back and pulls nothing: Peer stays, Ctz gets a place again
          freeze pcmk2              it hangs, services and all, and could wake up again: fencing kills it for real first
        `help` lists all commands, `quit` ends everything.
        """
        .formatted(folder.root(), folder.site("operator"));
  }

  /** All commands. */
  static String help() {
    return """
        status                 how the cluster stands
        events                 all that happened, with the reasons; what is new is shown by itself
        kill NODE              take a machine's power: SIGKILL for all its processes
        freeze NODE            let a machine hang: SIGSTOP for all its processes; fencing or `kill` ends it
        start NODE             give a machine power again
        stop-service SERVICE   kill a service's process behind the cluster's back
        standby NODE           let nothing run on a node; `unstandby NODE` takes that back
        break-fencing          the fence device fails from now on: nothing of a lost machine starts elsewhere
        mend-fencing           it works again
        config, node, resource, fence, policy …  as behind `drover`, such as `resource move Peer pcmk2`
        quit                   end everything, and remove it
        """;
  }
}
