package load;

/**
 * Where something stands in a file.
 *
 * @param line from 1; 0 when the whole file is meant
 * @param element the index of the instruction, from 0; -1 when none is meant
 */
record Place(int line, int element) {

  static final Place FILE = new Place(0, -1);

  @Override
  public String toString() {
    String inLine = line > 0 ? "line " + line : "";
    return element < 0 ? inLine : inLine + (inLine.isEmpty() ? "" : ", ") + "element " + element;
  }
}
