Feature: People work on a cluster without it working against them

  Background:
    Given the cluster in "scenarios/validator-pair/cluster.yaml"

  Scenario: A machine that is shut down hands its resources over first
    When node "pcmk1" is shut down
    Then "Peer" runs on "pcmk2"
    And "VIP1" was stopped on "pcmk1" before "VIP1" was started on "pcmk2"
    And node "pcmk1" is offline
    And node "pcmk1" was not fenced

  Scenario: A machine in standby runs nothing and comes back for what is free
    When node "pcmk1" is given "standby" as "true"
    Then "Peer" runs on "pcmk2"
    And "Ctz" runs nowhere
    And node "pcmk1" is in standby
    When node "pcmk1" is given "standby" as ""
    Then "Ctz" runs on "pcmk1"
    And "peerservice" was not stopped

  Scenario: In maintenance mode the cluster keeps its hands off
    When the cluster is given "maintenance-mode" as "true"
    Then "peerservice" was not stopped
    When "peerservice" dies without notice
    And 300 seconds pass
    Then "peerservice" was not started
    When the cluster is given "maintenance-mode" as ""
    Then "peerservice" runs on "pcmk1"

  Scenario Outline: A resource is <state> as long as its target role says so
    When resource "<resource>" is given "target-role" as "<role>"
    Then "<service>" was stopped on "<node>"
    And "<service>" runs nowhere
    When resource "<resource>" is given "target-role" as ""
    Then "<service>" runs on "<node>"

    Examples:
      | state   | resource | role    | service     | node  |
      | stopped | Peer     | Stopped | peerservice | pcmk1 |
      | stopped | Ctz      | Stopped | ctzservice  | pcmk2 |

  Scenario: Without quorum everything stops, and starts again with it
    When quorum is lost
    Then "Peer" runs nowhere
    And "Ctz" runs nowhere
    And node "pcmk2" was not fenced
    When quorum is back
    Then "Peer" runs on "pcmk1"
    And "Peer" was never active twice
