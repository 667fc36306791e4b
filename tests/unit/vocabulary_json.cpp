#include <boost/json/array.hpp>
#include <boost/json/monotonic_resource.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <catch2/catch.hpp>
#include <functional>
#include <string>

#include "libreview/vocabulary/parse_json.hpp"

namespace review::test {
namespace {

std::string nested(std::size_t levels) { return std::string(levels, '[') + "1" + std::string(levels, ']'); }

}  // namespace

TEST_CASE("All of a JSON value lies in the memory that it is read into", "[unit]") {
  const auto memory = boost::json::make_shared_resource<boost::json::monotonic_resource>();
  const auto read =
      parse_json(R"({"a":["b",{"c":1.5}],"\u0064":"e\n","f":-7,"g":18446744073709551615,"h":true,"i":null})", memory);
  REQUIRE(read);
  std::size_t looked_at = 0;
  const std::function<void(const boost::json::value&)> look = [&](const boost::json::value& value) {
    CHECK(*value.storage() == *memory);
    ++looked_at;
    if (const auto* object = value.if_object()) {
      for (const auto& member : *object) look(member.value());
    } else if (const auto* array = value.if_array()) {
      for (const auto& element : *array) look(element);
    }
  };
  look(*read);
  CHECK(looked_at == 10);
}

TEST_CASE("JSON is read as RFC 8259 has it", "[unit]") {
  struct Row {
    const char* because;
    std::string text;
    std::string gives;
  };
  const Row rows[] = {
      {"an object", R"({"a":1,"b":[true,false,null]})", R"({"a":1,"b":[true,false,null]})"},
      {"white space around it", " \t\r\n{ \"a\" : 1 }\n ", R"({"a":1})"},
      {"keys of different objects may be alike", R"({"a":{"a":1},"b":{"a":2}})", R"({"a":{"a":1},"b":{"a":2}})"},
      {"an escaped text", R"("\u0041\n\"\\")", R"("A\n\"\\")"},
      {"a pair of surrogates", R"("\ud83d\ude00")", "\"\xF0\x9F\x98\x80\""},
      {"text in UTF-8", "\"Zo\xC3\xAB\"", "\"Zo\xC3\xAB\""},
      {"a bare value", "7", "7"},
      {"an empty key", R"({"":1})", R"({"":1})"},
      {"a long text", "\"" + std::string(20'000, 'x') + "\"", "\"" + std::string(20'000, 'x') + "\""},
  };
  for (const auto& row : rows) {
    INFO(row.because);
    const auto read = parse_json(row.text);
    REQUIRE(read);
    CHECK(boost::json::serialize(*read) == row.gives);
  }
  CHECK(parse_json(nested(32)));
}

TEST_CASE("what is no JSON, or could be read in two ways, is refused", "[unit]") {
  struct Row {
    const char* because;
    std::string text;
  };
  const Row rows[] = {
      {"nothing at all", ""},
      {"white space only", "  "},
      {"a key twice", R"({"a":1,"a":2})"},
      {"a key twice, once escaped", R"({"a":1,"\u0061":2})"},
      {"a key twice, deep down", R"({"x":[{"a":1,"a":1}]})"},
      {"33 levels", nested(33)},
      {"a thousand levels", nested(1000)},
      {"a number beyond any double", "1e400"},
      {"a negative one", "-1e400"},
      {"NaN", "NaN"},
      {"Infinity", "-Infinity"},
      {"a number with a plus sign", "+1"},
      {"a number with a leading nought", "01"},
      {"a number that ends in a point", "1."},
      {"a hexadecimal number", "0x10"},
      {"a lone leading surrogate", R"("\ud83d")"},
      {"a leading surrogate before something else", R"("\ud83dx")"},
      {"a lone trailing surrogate", R"("\ude00")"},
      {"an invalid byte", "\"\xFF\""},
      {"an overlong nought", "\"\xC0\x80\""},
      {"half a character", "\"\xE2\x82\""},
      {"a surrogate in UTF-8", "\"\xED\xA0\x80\""},
      {"a line break in a text", "\"a\nb\""},
      {"a nought byte in a text", std::string("\"a\0b\"", 5)},
      {"an unknown escape", R"("\x41")"},
      {"something after it", "{} {}"},
      {"a letter after it", "{}x"},
      {"a nought byte after it", std::string("{}\0", 3)},
      {"single quotes", "{'a':1}"},
      {"a bare key", "{a:1}"},
      {"a comment", "{} // why"},
      {"a comment inside", "{/* why */}"},
      {"a comma after the last field", R"({"a":1,})"},
      {"a comma after the last element", "[1,]"},
      {"a byte order mark", "\xEF\xBB\xBF{}"},
      {"an object that is not closed", R"({"a":1)"},
      {"a text that is not closed", R"({"a":"b)"},
      {"a key without a value", R"({"a"})"},
      {"a word", "tru"},
      {"another spelling", "TRUE"},
  };
  for (const auto& row : rows) {
    INFO(row.because);
    const auto read = parse_json(row.text);
    REQUIRE_FALSE(read);
    CHECK(read.error().code == Code::malformed);
    CHECK(read.error().says.find("JSON") != std::string::npos);
  }
}

TEST_CASE("a refusal of JSON says where, and repeats nothing of what was sent", "[unit]") {
  const auto read = parse_json(R"({"name":"Invented Person","name":"Invented Person"})");
  REQUIRE_FALSE(read);
  CHECK(read.error().says.find("Invented") == std::string::npos);
  CHECK(read.error().says.find("byte") != std::string::npos);
}

}  // namespace review::test
