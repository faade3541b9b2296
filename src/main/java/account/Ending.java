package account;

/**
 * Says what became of a transaction. A later one for the same transaction corrects it: what a block said is undone when the
 * block leaves the chain.
 */
public record Ending(SignedTransaction transaction, Fate fate) {}
