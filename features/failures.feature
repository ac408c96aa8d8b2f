Feature: A resource that fails is brought back, and moved where that does not help

  Scenario Outline: What a failed monitor means is for the operator to say: <on-fail>
    Given the cluster
      """
      options: {fencing-enabled: false}
      nodes: [a, b]
      resources:
        - primitive: web
          agent: ocf:pacemaker:Dummy
          operations:
            - {operation: monitor, interval: 10s, on-fail: <on-fail>}
      """
    Then "web" runs on "a"
    When the monitor of "web" fails on "a"
    Then "web" has failed 1 time on "a"
    And "web" <outcome>

    Examples:
      | on-fail | outcome                                             |
      | restart | was stopped on "a" before "web" was started there   |
      | stop    | runs nowhere                                        |
      | block   | was not stopped                                     |
      | ignore  | was not stopped                                     |
      | standby | was stopped on "a" before "web" was started on "b"  |

  Scenario: A resource that fails too often goes elsewhere, and stays there
    Given the cluster in "scenarios/validator-pair/cluster.yaml"
    When the monitor of "peerservice" fails on "pcmk1"
    Then "peerservice" was stopped on "pcmk1" before "peerservice" was started there
    And "VIP1" was not stopped
    When the monitor of "peerservice" fails on "pcmk1"
    Then "Peer" runs on "pcmk1"
    When the monitor of "peerservice" fails on "pcmk1"
    Then "Peer" runs on "pcmk2"
    And "VIP1" was stopped on "pcmk1" before "VIP1" was started on "pcmk2"
    And "ctzservice" was stopped on "pcmk2" before "VIP1" was started there
    When failures of "peerservice" are cleaned up
    Then "Peer" runs on "pcmk2"
    And "peerservice" was not stopped

  Scenario: A resource that cannot be stopped takes its machine with it
    Given the cluster in "scenarios/validator-pair/cluster.yaml"
    When the stop of "peerservice" fails on "pcmk1" whenever it is tried
    And the monitor of "peerservice" fails on "pcmk1"
    Then node "pcmk1" was fenced before "peerservice" was started on "pcmk2"
    And "Peer" was never active twice

  Scenario: A service that dies is found by its next monitor
    Given the cluster in "scenarios/validator-pair/cluster.yaml"
    When "peerservice" dies without notice
    Then "peerservice" runs nowhere
    And nothing was done
    When 60 seconds pass
    Then "peerservice" runs on "pcmk1"
    And "peerservice" has failed 1 time on "pcmk1"
