package report;

import java.util.ArrayList;
import java.util.List;

/** Rows of text in columns: the first one to the left, figures to the right. */
final class Table {

  private final List<List<String>> rows = new ArrayList<>();

  Table(List<String> head) {
    rows.add(head);
  }

  void add(List<String> row) {
    rows.add(row);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      for (int column = 0; column < row.size(); column++) {
        String cell = row.get(column);
        String space = " ".repeat(width(column) - cell.length());
        text.append(column == 0 ? cell + space : "  " + space + cell);
      }
      text.append('\n');
    }
    return text.toString();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}
