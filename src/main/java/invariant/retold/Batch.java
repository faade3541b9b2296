package invariant.retold;

/**
 * Entities that were created at once; their ids count up from 0.
 *
 * @param count how many; 0 when there was no batch
 */
record Batch(long count) {

  private static final int LONGEST_NUMBER = 18;

  boolean has(String id) {
    return count > 0 && !id.isEmpty() && id.length() <= LONGEST_NUMBER && id.chars().allMatch(c -> c >= '0' && c <= '9')
        && Long.parseLong(id) < count;
  }
}
