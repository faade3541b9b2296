package invariant;

/** One judge's look at one history. Serves once, and one thread. */
public interface Examination extends Onlooker {

  /** The verdict, when all has been seen. */
  Verdict verdict();
}
