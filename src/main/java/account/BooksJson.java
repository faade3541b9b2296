package account;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;

/** The books of an accounts file as JSON. */
final class BooksJson {

  private static final ObjectMapper JSON = json();

  private BooksJson() {}

  /**
   * Reads an accounts file.
   *
   * @throws IOException when it cannot be read or is none
   */
  static Books read(Path path) throws IOException {
    try {
      Books books = JSON.readValue(Files.readAllBytes(path), Books.class);
      if (books.format() != Books.FORMAT) {
        throw new IOException(path + " has format " + books.format() + ", this version reads " + Books.FORMAT);
      }
      return books;
    } catch (JsonProcessingException e) {
      // What Jackson quotes may be a key.
      throw new IOException(path + " is not an accounts file: line " + e.getLocation().getLineNr());
    }
  }

  static byte[] bytes(Books books) throws IOException {
    return JSON.writeValueAsBytes(books);
  }

  private static ObjectMapper json() {
    var mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    // As text: who reads JSON numbers as doubles would lose wei.
    mapper.configOverride(BigInteger.class).setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING));
    return mapper;
  }
}
