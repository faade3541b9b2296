// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// Pays many accounts with one transaction.
contract Disperse {
  error NotEnough(uint256 missing);
  error NotTaken(address account);

  /// Brings each account up to the level. What is left goes back to whoever called, so that calling twice pays once.
  function topUp(uint256 level, address[] calldata accounts) external payable {
    for (uint256 i = 0; i < accounts.length; ++i) {
      uint256 has = accounts[i].balance;
      if (has < level) {
        pay(accounts[i], level - has);
      }
    }
    if (address(this).balance > 0) {
      pay(msg.sender, address(this).balance);
    }
  }

  /// With the stipend alone, which suffices for an account and not for calling back.
  function pay(address account, uint256 amount) private {
    if (amount > address(this).balance) {
      revert NotEnough(amount - address(this).balance);
    }
    (bool taken,) = account.call{value: amount, gas: 0}("");
    if (!taken) {
      revert NotTaken(account);
    }
  }
}
