package protocol.engine;

/** Something to do under guard: what it throws ends the turn. */
@FunctionalInterface
interface Guarded {
  void run() throws ExpressionFailure;
}
