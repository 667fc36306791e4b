#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "libreview/story/words.hpp"

namespace review {
namespace {

using Texts = std::vector<std::string>;

TEST_CASE("Words of a line are kept together by quotes and end at a remark", "[unit][story]") {
  CHECK(*words_of("  record note-added text=\"two words\"\tcase=B # a remark") ==
        Texts{"record", "note-added", "text=\"two words\"", "case=B"});
  CHECK(*words_of("child=pseudonym:\"Child A\",harm:death") == Texts{"child=pseudonym:\"Child A\",harm:death"});
  CHECK(*words_of("address=https://partnership.example/#report") ==
        Texts{"address=https://partnership.example/#report"});
  CHECK(words_of("   ")->empty());
  CHECK(words_of("# nothing else")->empty());
  CHECK(words_of("text=\"not closed").error().code == Code::malformed);
}

TEST_CASE("Quotes protect what parts a value", "[unit][story]") {
  CHECK(parts_of("a,\"b,c\",d", ',') == Texts{"a", "\"b,c\"", "d"});
  CHECK(parts_of("", ',') == Texts{""});
  CHECK(find_outside_quotes("\"a:b\":c", ':') == 5);
  CHECK_FALSE(find_outside_quotes("\"a:b\"", ':'));
  CHECK(unquoted("\"a b\"") == "a b");
  CHECK(unquoted("a") == "a");
}

TEST_CASE("Choices are written in small letters with hyphens", "[unit][story]") {
  CHECK(choice_name("serious-harm") == "SERIOUS_HARM");
  CHECK(choice_word("SERIOUS_HARM") == "serious-harm");
}

TEST_CASE("A day in words is verified against its weekday", "[unit][story]") {
  CHECK(day_in_words({"on", "Thu", "2", "April", "2026"}, 1)->iso() == "2026-04-02");
  CHECK(day_in_words({"Thu", "29", "February", "2024"}, 0)->iso() == "2024-02-29");
  for (const Texts& wrong :
       {Texts{"Fri", "2", "April", "2026"}, Texts{"Thu", "02", "April", "2026"}, Texts{"Thu", "2", "Apr", "2026"},
        Texts{"Sat", "30", "February", "2026"}, Texts{"Thursday", "2", "April", "2026"}, Texts{"Thu", "2", "April"},
        Texts{"Thu", "2", "April", "26"}, Texts{"Thu", "x", "April", "2026"}}) {
    INFO(wrong.front() << ' ' << wrong[1]);
    CHECK(day_in_words(wrong, 0).error().code == Code::not_a_date);
  }
  CHECK(day_in_words({"Fri", "2", "April", "2026"}, 0).error().says ==
        "Fri 2 April 2026 is written, and that day is Thu 2 April 2026.");
}

}  // namespace
}  // namespace review
