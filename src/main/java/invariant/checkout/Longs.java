package invariant.checkout;

import java.util.Arrays;

/** A column of numbers, 0 where nothing was set. It grows by pages: growing copies no number, and wastes less than a page. */
final class Longs {

  private static final int BITS = 14;
  private static final int MASK = (1 << BITS) - 1;

  private long[][] pages = new long[4][];

  long get(int row) {
    int page = row >>> BITS;
    return page < pages.length && pages[page] != null ? pages[page][row & MASK] : 0;
  }

  void set(int row, long value) {
    int page = row >>> BITS;
    if (page >= pages.length) {
      pages = Arrays.copyOf(pages, Math.max(page + 1, pages.length * 2));
    }
    if (pages[page] == null) {
      pages[page] = new long[MASK + 1];
    }
    pages[page][row & MASK] = value;
  }

  /** Throws {@link ArithmeticException} rather than to go on with a wrong sum. */
  void add(int row, long amount) {
    set(row, Math.addExact(get(row), amount));
  }
}
