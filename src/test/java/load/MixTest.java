package load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class MixTest {

  @TempDir
  private Path folder;

  @Test
  void sharesAreRatiosOfTheWeights() throws IOException {
    Mix mix = read("fruit,weight\n apple , 3\n\npear,0\nplum,1\n");
    assertThat(mix.shares()).isEqualTo(Map.of("apple", 0.75, "plum", 0.25));
  }

  @Test
  void drawsFallOnTheirShares() throws IOException {
    Mix mix = read("weight,fruit\n0,plum\n1,apple\n3,pear\n");
    assertThat(mix.at(0)).as("what has no weight is never drawn").isEqualTo("apple");
    assertThat(mix.at(0.2499)).isEqualTo("apple");
    assertThat(mix.at(0.25)).isEqualTo("pear");
    assertThat(mix.at(Math.nextDown(1.0))).isEqualTo("pear");
  }

  @Test
  void allThatIsWrongIsToldAtOnceWithItsPlaceAndTheFix() {
    assertThatThrownBy(() -> read("fruit,weight\napple,heavy\nstone,1\npear,-1\nplum,1\nplum,2\napple,NaN\n"))
        .isInstanceOf(LoadFileException.class)
        .hasMessageContainingAll("mix.csv cannot be used: 6 problems",
            "line 2, weight: 'heavy' is no weight; write a number from 0, such as 25",
            "line 3, fruit: 'stone' is unknown; write one of apple, pear, plum",
            "line 4, weight: '-1' is no weight; write a number from 0, such as 25",
            "line 6, fruit: 'plum' is there already; leave one of its rows", "line 7, weight: 'NaN' is no weight",
            "line 7, fruit: 'apple' is there already; leave one of its rows");
  }

  @Test
  void aFileThatIsNoMixIsRefused() {
    refused("fruit;weight\napple;1\n", "the first line must be fruit,weight and each row have both");
    refused("fruit,weight\napple\n", "line 2: the columns are [fruit]; the first line must be fruit,weight");
    refused("fruit,weight\napple,1,2\n", "line 2: not CSV");
    refused("fruit,weight\napple,0\n", "weight: nothing has one above 0; write for example apple,25");
    refused("", "; the first line must be fruit,weight");
    refused("fruit,weight\n", "weight: nothing has one above 0");
    assertThatThrownBy(() -> Mix.read(folder.resolve("none.csv"), "fruit", Set.of("apple")))
        .hasMessageContainingAll("none.csv cannot be used", "there is no such file; check the path");
  }

  private void refused(String text, String why) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(LoadFileException.class).hasMessageContaining(why);
  }

  private Mix read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("mix.csv"), text);
    return Mix.read(file, "fruit", Set.of("plum", "apple", "pear"));
  }
}
