// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// An ERC-20 token for trying out another asset than coins. All of it belongs to the deployer at first.
contract Token {
  event Transfer(address indexed from, address indexed to, uint256 value);
  event Approval(address indexed owner, address indexed spender, uint256 value);

  uint256 public constant totalSupply = 10 ** 24;

  mapping(address => uint256) public balanceOf;
  mapping(address => mapping(address => uint256)) public allowance;

  constructor() {
    balanceOf[msg.sender] = totalSupply;
    emit Transfer(address(0), msg.sender, totalSupply);
  }

  function approve(address spender, uint256 value) external returns (bool) {
    allowance[msg.sender][spender] = value;
    emit Approval(msg.sender, spender, value);
    return true;
  }

  function transfer(address to, uint256 value) external returns (bool) {
    move(msg.sender, to, value);
    return true;
  }

  function transferFrom(address from, address to, uint256 value) external returns (bool) {
    allowance[from][msg.sender] -= value;
    move(from, to, value);
    return true;
  }

  /// The same for many at once: each of them gets the value.
  function transferToAll(address[] calldata accounts, uint256 value) external returns (bool) {
    for (uint256 i = 0; i < accounts.length; ++i) {
      move(msg.sender, accounts[i], value);
    }
    return true;
  }

  /// What accounts have, and what there is in all: of one moment, also when the token is being moved.
  function holdings(address[] calldata accounts) external view returns (uint256 all, uint256[] memory balances) {
    balances = new uint256[](accounts.length);
    for (uint256 i = 0; i < accounts.length; ++i) {
      balances[i] = balanceOf[accounts[i]];
    }
    all = totalSupply;
  }

  /// Reverts by underflow when there is not enough.
  function move(address from, address to, uint256 value) internal virtual {
    balanceOf[from] -= value;
    balanceOf[to] += value;
    emit Transfer(from, to, value);
  }
}
