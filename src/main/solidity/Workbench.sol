// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// What transactions of a load have to do: write, use gas up, fail.
contract Workbench {
  error Refused(uint256 code);

  /// How many cells have been written.
  uint256 public written;

  mapping(uint256 => uint256) public cells;

  /// Writes so many cells that nobody has written before.
  function write(uint256 count) external {
    uint256 from = written;
    for (uint256 i = 0; i < count; ++i) {
      cells[from + i] = block.number;
    }
    written = from + count;
  }

  /// Uses up the transaction's gas by hashing, but for less than 200 units.
  function burn() external view {
    assembly ("memory-safe") {
      for {} gt(gas(), 220) {} { mstore(0, keccak256(0, 64)) }
    }
  }

  /// Reverts, with an error of this contract's own.
  function refuse(uint256 code) external pure virtual {
    revert Refused(code);
  }

  /// Reverts with a reason in words.
  function refuseWithReason() external pure virtual {
    revert("refused on purpose");
  }
}
