package dev.drover.simulate;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.scenario.Quorum;
import org.junit.jupiter.api.Test;

class VotesTest {
  @Test
  void aMajorityIsMoreThanHalf() {
    Votes votes = new Votes(Quorum.MAJORITY, 4, true);
    assertTrue(votes.quorate(3, false));
    assertFalse(votes.quorate(2, true));
  }

  @Test
  void oneOfTwoKeepsQuorumButDoesNotGetIt() {
    Votes votes = new Votes(Quorum.TWO_NODE, 2, true);
    assertTrue(votes.quorate(2, false));
    assertTrue(votes.quorate(1, true));
    assertFalse(votes.quorateAlone(1));
  }

  @Test
  void whatAStepSaysBeatsTheCount() {
    Votes votes = new Votes(Quorum.MAJORITY, 3, true);
    votes.give(false);
    assertFalse(votes.quorate(3, true));
  }

  @Test
  void aGivenQuorumStaysAsItIs() {
    Votes votes = new Votes(Quorum.GIVEN, 3, true);
    assertTrue(votes.quorate(1, true));
    assertFalse(votes.quorate(3, false));
    assertTrue(votes.quorateAlone(1));
  }
}
