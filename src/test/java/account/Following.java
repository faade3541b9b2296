package account;

import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A node that follows a chain and can nothing else. */
record Following(long chainId) implements Node {

  @Override
  public BigInteger balance(String address) {
    return BigInteger.ZERO;
  }

  @Override
  public long nonce(String address) {
    return 0;
  }

  @Override
  public boolean hasCode(String address) {
    return false;
  }

  @Override
  public Fees fees() {
    return Fees.flat(BigInteger.ONE);
  }

  @Override
  public void send(SignedTransaction transaction) {
    throw new UnsupportedOperationException("it only follows");
  }

  @Override
  public Optional<Receipt> receipt(String hash) {
    return Optional.empty();
  }

  @Override
  public PoolView view(String address, Collection<String> hashes) {
    return new PoolView(0, 0, Set.of(), Set.of());
  }

  @Override
  public long head() {
    return 0;
  }

  @Override
  public List<Movement> movements(long block, Set<String> accounts, Reading reading) {
    return List.of();
  }
}
