package rig.checkout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;

/** JSON as the services write and read it. */
final class Json {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final TypeReference<List<Line>> LINES = new TypeReference<>() {};

  private Json() {}

  static byte[] write(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static <T> T read(byte[] json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static String text(List<Line> lines) {
    try {
      return MAPPER.writeValueAsString(lines);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static List<Line> lines(String json) {
    try {
      return MAPPER.readValue(json, LINES);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
