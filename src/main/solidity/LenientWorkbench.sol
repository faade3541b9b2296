// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Workbench} from "./Workbench.sol";

/// A workbench with a planted anomaly: what should revert does not.
contract LenientWorkbench is Workbench {
  function refuse(uint256) external pure override {}

  function refuseWithReason() external pure override {}
}
