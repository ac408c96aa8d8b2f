Feature: A node that fails costs a pause, never two of the same

  Two machines keep one validator up. The active one runs Peer, the other the citizen Ctz. Whatever fails, Peer never
  runs twice, and it comes back by itself as long as one machine is known to be safe.

  Background:
    Given the cluster in "scenarios/validator-pair/cluster.yaml"

  Scenario: Both groups run, each on a machine of its own
    Then "Peer" runs on "pcmk1"
    And "Ctz" runs on "pcmk2"
    And "VIP1" was started on "pcmk1" before "peerservice" was started there

  Scenario: The active machine loses power
    When node "pcmk1" loses power
    Then "Peer" runs on "pcmk2"
    And node "pcmk1" was fenced before "VIP1" was started on "pcmk2"
    And "ctzservice" was stopped on "pcmk2" before "VIP1" was started there
    And "VIP1" was started on "pcmk2" before "peerservice" was started there
    And "Ctz" runs nowhere
    And "Peer" was never active twice

  Scenario: The active machine stops answering but goes on working
    When node "pcmk1" stops answering
    Then node "pcmk1" was fenced before "peerservice" was started on "pcmk2"
    And "Peer" was never active twice
    And the reason for "pcmk1" speaks of "no longer part of the cluster"

  Scenario: A repaired machine does not pull the peer back
    When node "pcmk1" loses power
    Then "Peer" runs on "pcmk2"
    When node "pcmk1" comes up
    Then "Peer" runs on "pcmk2"
    And "peerservice" was not stopped
    And "Ctz" runs on "pcmk1"

  Scenario: Without a working fence device nothing is risked
    When fence device "fence-pcmk1" breaks
    And node "pcmk1" loses power
    Then "Peer" runs nowhere
    And node "pcmk1" is unclean
    And "VIP1" was not started on "pcmk2"
    When fence device "fence-pcmk1" is mended
    Then node "pcmk1" was fenced before "VIP1" was started on "pcmk2"
    And "Peer" runs on "pcmk2"

  Scenario: A person may say that a machine is off
    When fence device "fence-pcmk1" breaks
    And node "pcmk1" loses power
    Then "Peer" runs nowhere
    When somebody confirms that node "pcmk1" is off
    Then "Peer" runs on "pcmk2"

  Scenario: Two machines that no longer hear each other
    When "pcmk1" and "pcmk2" no longer hear each other
    Then node "pcmk2" was fenced
    And node "pcmk1" was not fenced
    And "Peer" runs on "pcmk1"
    And "peerservice" was not stopped
    And "Peer" was never active twice

  Scenario Outline: The loss of the <which> machine leaves the peer running
    When node "<node>" loses power
    Then "Peer" runs on "<survivor>"
    And node "<node>" was fenced
    And "Peer" and "Ctz" were never on the same node

    Examples:
      | which  | node  | survivor |
      | active | pcmk1 | pcmk2    |
      | backup | pcmk2 | pcmk1    |
