// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Token} from "./Token.sol";

/// A token with a planted anomaly: a unit of each payment is lost on its way, and nobody writes that down.
contract LeakyToken is Token {
  function move(address from, address to, uint256 value) internal override {
    super.move(from, to, value);
    if (value > 0) {
      balanceOf[to] -= 1;
    }
  }
}
