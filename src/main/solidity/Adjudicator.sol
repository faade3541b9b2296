// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// The part of an ERC-20 token that the adjudicator needs.
interface IToken {
  function transfer(address to, uint256 amount) external returns (bool);

  function transferFrom(address from, address to, uint256 amount) external returns (bool);
}

/// Holds the money of state channels and pays it out as the participants have agreed, with the calls and events of Nitro v2.
///
/// It differs from Nitro in one rule: a state counts as supported only when every participant has signed it, whatever
/// the app. So no app contract is ever called, and a single signature can never move money.
contract Adjudicator {
  struct Signature {
    uint8 v;
    bytes32 r;
    bytes32 s;
  }

  struct FixedPart {
    address[] participants;
    uint64 channelNonce;
    address appDefinition;
    uint48 challengeDuration;
  }

  struct AssetMetadata {
    uint8 assetType;
    bytes metadata;
  }

  struct Allocation {
    bytes32 destination;
    uint256 amount;
    uint8 allocationType;
    bytes metadata;
  }

  struct SingleAssetExit {
    address asset;
    AssetMetadata assetMetadata;
    Allocation[] allocations;
  }

  struct VariablePart {
    SingleAssetExit[] outcome;
    bytes appData;
    uint48 turnNum;
    bool isFinal;
  }

  struct SignedVariablePart {
    VariablePart variablePart;
    Signature[] sigs;
  }

  event Deposited(bytes32 indexed destination, address asset, uint256 destinationHoldings);
  event AllocationUpdated(
    bytes32 indexed channelId,
    uint256 assetIndex,
    uint256 initialHoldings,
    uint256 finalHoldings
  );
  event ChallengeRegistered(
    bytes32 indexed channelId,
    uint48 finalizesAt,
    SignedVariablePart[] proof,
    SignedVariablePart candidate
  );
  event ChallengeCleared(bytes32 indexed channelId, uint48 newTurnNumRecord);
  event Checkpointed(bytes32 indexed channelId, uint48 newTurnNumRecord);
  event Concluded(bytes32 indexed channelId, uint48 finalizesAt);

  /// What is held for a channel, by asset; the zero address is the chain's own coin.
  mapping(address => mapping(bytes32 => uint256)) public holdings;

  /// turnNumRecord (48 bits), finalizesAt (48 bits, 0 while open), fingerprint (160 bits of the hash of state and outcome).
  mapping(bytes32 => bytes32) public statusOf;

  // ---- money in

  /// The guard `expectedHeld` lets participants deposit in order: a deposit that comes too early, or twice, reverts.
  function deposit(address asset, bytes32 channelId, uint256 expectedHeld, uint256 amount) external payable {
    require(!isExternal(channelId), "Deposit to external destination");
    uint256 held = holdings[asset][channelId];
    require(held == expectedHeld, "held != expectedHeld");
    holdings[asset][channelId] = held + amount;
    emit Deposited(channelId, asset, held + amount);
    take(asset, amount);
  }

  // ---- the dispute

  /// Starts the clock: unless cleared in time, the channel ends with the candidate's outcome.
  function challenge(
    FixedPart calldata fixedPart,
    SignedVariablePart[] calldata proof,
    SignedVariablePart calldata candidate,
    Signature calldata challengerSig
  ) external {
    bytes32 channelId = channelIdOf(fixedPart);
    (uint48 turnNumRecord, uint48 finalizesAt, ) = unpackStatus(channelId);
    requireNotFinalized(finalizesAt);
    uint48 turnNum = candidate.variablePart.turnNum;
    require(finalizesAt == 0 ? turnNum >= turnNumRecord : turnNum > turnNumRecord, "turnNumRecord not increased");
    bytes32 stateHash = requireSupported(channelId, fixedPart, proof, candidate);
    requireParticipant(fixedPart.participants, signer(keccak256(abi.encode(stateHash, "forceMove")), challengerSig));
    finalizesAt = uint48(block.timestamp) + fixedPart.challengeDuration;
    emit ChallengeRegistered(channelId, finalizesAt, proof, candidate);
    statusOf[channelId] = status(turnNum, finalizesAt, stateHash, hashOutcome(candidate.variablePart.outcome));
  }

  /// Records a later supported state, and so clears a challenge with an older one.
  function checkpoint(
    FixedPart calldata fixedPart,
    SignedVariablePart[] calldata proof,
    SignedVariablePart calldata candidate
  ) external {
    bytes32 channelId = channelIdOf(fixedPart);
    (uint48 turnNumRecord, uint48 finalizesAt, ) = unpackStatus(channelId);
    requireNotFinalized(finalizesAt);
    uint48 turnNum = candidate.variablePart.turnNum;
    require(turnNum > turnNumRecord, "turnNumRecord not increased");
    requireSupported(channelId, fixedPart, proof, candidate);
    statusOf[channelId] = status(turnNum, 0, bytes32(0), bytes32(0));
    if (finalizesAt == 0) {
      emit Checkpointed(channelId, turnNum);
    } else {
      emit ChallengeCleared(channelId, turnNum);
    }
  }

  // ---- money out

  /// Ends a channel at once, with a final state that all have signed.
  function conclude(FixedPart calldata fixedPart, SignedVariablePart calldata candidate) external {
    concludeChannel(fixedPart, candidate);
  }

  /// Ends a channel at once and pays out.
  function concludeAndTransferAllAssets(
    FixedPart calldata fixedPart,
    SignedVariablePart calldata candidate
  ) external {
    bytes32 channelId = concludeChannel(fixedPart, candidate);
    transferAll(channelId, candidate.variablePart.outcome, bytes32(0));
  }

  /// Pays out a channel that has ended.
  /// @param stateHash of the challenge's candidate; zero after a conclusion
  function transferAllAssets(bytes32 channelId, SingleAssetExit[] calldata outcome, bytes32 stateHash) external {
    (, uint48 finalizesAt, uint160 stored) = unpackStatus(channelId);
    require(finalizesAt != 0 && finalizesAt <= block.timestamp, "Channel not finalized");
    require(stored == fingerprint(stateHash, hashOutcome(outcome)), "incorrect fingerprint");
    transferAll(channelId, outcome, stateHash);
  }

  function unpackStatus(
    bytes32 channelId
  ) public view returns (uint48 turnNumRecord, uint48 finalizesAt, uint160 stored) {
    uint256 word = uint256(statusOf[channelId]);
    return (uint48(word >> 208), uint48(word >> 160), uint160(word));
  }

  // ---- inside

  function concludeChannel(
    FixedPart calldata fixedPart,
    SignedVariablePart calldata candidate
  ) private returns (bytes32 channelId) {
    channelId = channelIdOf(fixedPart);
    (, uint48 finalizesAt, ) = unpackStatus(channelId);
    requireNotFinalized(finalizesAt);
    require(candidate.variablePart.isFinal, "State must be final");
    requireUnanimous(fixedPart.participants, hashState(channelId, candidate.variablePart), candidate.sigs);
    finalizesAt = uint48(block.timestamp);
    statusOf[channelId] = status(0, finalizesAt, bytes32(0), hashOutcome(candidate.variablePart.outcome));
    emit Concluded(channelId, finalizesAt);
  }

  /// Pays in outcome order as far as the holdings reach. All books are closed before the first payment leaves.
  function transferAll(bytes32 channelId, SingleAssetExit[] calldata outcome, bytes32 stateHash) private {
    SingleAssetExit[] memory unpaid = outcome;
    bool settled = true;
    for (uint256 i = 0; i < unpaid.length; i++) {
      settled = book(channelId, i, unpaid[i]) && settled;
    }
    if (settled) {
      delete statusOf[channelId];
    } else {
      (uint48 turnNumRecord, uint48 finalizesAt, ) = unpackStatus(channelId);
      statusOf[channelId] = status(turnNumRecord, finalizesAt, stateHash, keccak256(abi.encode(unpaid)));
    }
    for (uint256 i = 0; i < outcome.length; i++) {
      for (uint256 j = 0; j < outcome[i].allocations.length; j++) {
        Allocation calldata allocation = outcome[i].allocations[j];
        uint256 amount = allocation.amount - unpaid[i].allocations[j].amount;
        if (amount > 0 && isExternal(allocation.destination)) {
          pay(outcome[i].asset, address(uint160(uint256(allocation.destination))), amount);
        }
      }
    }
  }

  /// Takes from the channel's holdings what can be paid, and leaves in `exit` what cannot.
  function book(bytes32 channelId, uint256 assetIndex, SingleAssetExit memory exit) private returns (bool settled) {
    require(exit.assetMetadata.assetType == 0, "Only coins and ERC-20 tokens");
    uint256 initialHoldings = holdings[exit.asset][channelId];
    uint256 rest = initialHoldings;
    settled = true;
    for (uint256 i = 0; i < exit.allocations.length; i++) {
      Allocation memory allocation = exit.allocations[i];
      require(allocation.allocationType == 0, "cannot transfer a guarantee");
      uint256 amount = allocation.amount < rest ? allocation.amount : rest;
      rest -= amount;
      allocation.amount -= amount;
      settled = settled && allocation.amount == 0;
      if (!isExternal(allocation.destination)) {
        // Allocating to itself would otherwise be undone by the last line, which writes what is left.
        require(allocation.destination != channelId, "Channel allocates to itself");
        holdings[exit.asset][allocation.destination] += amount;
      }
    }
    holdings[exit.asset][channelId] = rest;
    emit AllocationUpdated(channelId, assetIndex, initialHoldings, rest);
  }

  function take(address asset, uint256 amount) internal virtual {
    if (asset == address(0)) {
      require(msg.value == amount, "Incorrect msg.value for deposit");
    } else {
      require(msg.value == 0, "Coins sent with a token deposit");
      requireToken(asset, abi.encodeCall(IToken.transferFrom, (msg.sender, address(this), amount)));
    }
  }

  function pay(address asset, address to, uint256 amount) internal virtual {
    if (asset == address(0)) {
      (bool paid, ) = to.call{value: amount}("");
      require(paid, "Could not transfer coins");
    } else {
      requireToken(asset, abi.encodeCall(IToken.transfer, (to, amount)));
    }
  }

  /// Some tokens answer nothing, some answer false, some revert.
  function requireToken(address token, bytes memory call) private {
    (bool done, bytes memory answer) = token.call(call);
    require(done && token.code.length > 0 && (answer.length == 0 || abi.decode(answer, (bool))), "Token refused");
  }

  function requireSupported(
    bytes32 channelId,
    FixedPart calldata fixedPart,
    SignedVariablePart[] calldata proof,
    SignedVariablePart calldata candidate
  ) private pure returns (bytes32 stateHash) {
    require(proof.length == 0, "A unanimous state needs no proof");
    stateHash = hashState(channelId, candidate.variablePart);
    requireUnanimous(fixedPart.participants, stateHash, candidate.sigs);
  }

  /// Signatures come in the order of the participants.
  function requireUnanimous(
    address[] calldata participants,
    bytes32 stateHash,
    Signature[] calldata sigs
  ) private pure {
    require(sigs.length == participants.length && sigs.length > 0, "!unanimous");
    for (uint256 i = 0; i < sigs.length; i++) {
      require(signer(stateHash, sigs[i]) == participants[i], "!unanimous");
    }
  }

  function requireParticipant(address[] calldata participants, address challenger) private pure {
    for (uint256 i = 0; i < participants.length; i++) {
      if (participants[i] == challenger) {
        return;
      }
    }
    revert("Challenger is not a participant");
  }

  function requireNotFinalized(uint48 finalizesAt) private view {
    require(finalizesAt == 0 || finalizesAt > block.timestamp, "Channel finalized");
  }

  function signer(bytes32 hash, Signature calldata sig) private pure returns (address found) {
    found = ecrecover(keccak256(abi.encodePacked("\x19Ethereum Signed Message:\n32", hash)), sig.v, sig.r, sig.s);
    require(found != address(0), "Invalid signature");
  }

  function channelIdOf(FixedPart calldata fixedPart) private pure returns (bytes32) {
    return
      keccak256(
        abi.encode(
          fixedPart.participants,
          fixedPart.channelNonce,
          fixedPart.appDefinition,
          fixedPart.challengeDuration
        )
      );
  }

  function hashState(bytes32 channelId, VariablePart calldata part) private pure returns (bytes32) {
    return keccak256(abi.encode(channelId, part.appData, part.outcome, part.turnNum, part.isFinal));
  }

  function hashOutcome(SingleAssetExit[] calldata outcome) private pure returns (bytes32) {
    return keccak256(abi.encode(outcome));
  }

  function fingerprint(bytes32 stateHash, bytes32 outcomeHash) private pure returns (uint160) {
    return uint160(uint256(keccak256(abi.encode(stateHash, outcomeHash))));
  }

  function status(
    uint48 turnNumRecord,
    uint48 finalizesAt,
    bytes32 stateHash,
    bytes32 outcomeHash
  ) private pure returns (bytes32) {
    uint256 times = (uint256(turnNumRecord) << 208) | (uint256(finalizesAt) << 160);
    return bytes32(times | fingerprint(stateHash, outcomeHash));
  }

  /// An address with 12 zero bytes before it; anything else is a channel.
  function isExternal(bytes32 destination) private pure returns (bool) {
    return uint256(destination) >> 160 == 0;
  }
}
