#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "libreview/learning/likeness.hpp"
#include "libreview/learning/stemmer.hpp"

namespace review::test {
namespace {

using Texts = std::vector<std::string>;

Likeness like(const std::string& one, const std::string& other) {
  return likeness(telling_words(one), telling_words(other));
}

Texts written(const std::string& text) {
  Texts words;
  for (const auto& word : telling_words(text)) words.push_back(word.written);
  return words;
}

}  // namespace

TEST_CASE("Of a text those words are compared that tell it from others", "[unit]") {
  CHECK(written("The partnership should ensure that all agencies have it.").empty());
  CHECK(written("Midwives, midwife’s and 12 MIDWIVES by 2027") == Texts{"midwives", "midwife"});
  CHECK(weight_of("the") == 0);
  CHECK(weight_of(Stemmer().stem("partnership")) == 0);
  CHECK(weight_of(Stemmer().stem("training")) == 1);
  CHECK(weight_of(Stemmer().stem("escalation")) == 2);
}

TEST_CASE("Two texts are as like as the telling words that both have", "[unit]") {
  // Forms, order and words without meaning do not count.
  CHECK(like("Train health visitors in escalation", "Escalation training for the health visitors").measure == 1.0);
  // train 1, midwives 2, escalation 2 are 5; train 1, police 2, officers 2, escalation 2 are 7; both have 3.
  const auto half = like("Train midwives in escalation.", "Train police officers in escalation.");
  CHECK(half.measure == 0.5);
  CHECK(half.shared == Texts{"train", "escalation"});
  CHECK(like("Train police officers in escalation.", "Train midwives in escalation.").measure == 0.5);
  CHECK(like("Write handovers down", "Check every address").measure == 0.0);
  CHECK(like("Write handovers down", "Check every address").shared.empty());
  CHECK(like("", "").measure == 0.0);
  CHECK(like("It is for them", "It is for them").measure == 0.0);
}

TEST_CASE("What is kept back of a text can make it no liker than is foreseen", "[unit]") {
  const auto one = telling_words("Train midwives in escalation at night.");
  const auto other = telling_words("Train police officers in escalation at the station.");
  const double most = most_likeness(one, other);
  CHECK(most < 1.0);
  CHECK(most_likeness(one, telling_words("Check every address")) == 0.0);
  double highest = 0;
  for (unsigned kept = 0; kept < (1U << other.size()); ++kept) {
    std::vector<TellingWord> left;
    for (std::size_t i = 0; i < other.size(); ++i) {
      if ((kept >> i & 1U) != 0) left.push_back(other[i]);
    }
    highest = std::max(highest, likeness(one, left).measure);
  }
  CHECK(highest == most);
}

TEST_CASE("Per cents are rounded down, so that only the same words are the same", "[unit]") {
  CHECK(in_percent(1.0) == 100);
  CHECK(in_percent(0.999) == 99);
  CHECK(in_percent(0.7) == 70);
  CHECK(in_percent(0.0) == 0);
}

}  // namespace review::test
