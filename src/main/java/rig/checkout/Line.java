package rig.checkout;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What an order has of an item.
 *
 * @param item its id
 * @param quantity units, 1 or more
 * @param price of one unit, when it was added
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"item", "quantity", "price"})
record Line(String item, long quantity, long price) {

  long cost() {
    return quantity * price; // bounded when it was added
  }
}
