#include "reviewd/web/home/search_view.hpp"

#include <fmt/format.h>

#include <boost/json/array.hpp>

#include "reviewd/base/short_name_words.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/words/case_words.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/practice_words.hpp"
#include "reviewd/web/words/record_words.hpp"
#include "reviewd/web/words/stage_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// The words of a case end with its local authority, as the record has it: `26-0005 · Child R · stoke-on-trent`.
std::string with_place(const std::string& text) {
  constexpr std::string_view dot = " · ";
  const auto at = text.rfind(dot);
  const auto from = at == std::string::npos ? 0 : at + dot.size();
  const auto place = text.substr(from);
  const bool is_name = !place.empty() && place.front() != '-' &&
                       place.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string::npos;
  return is_name ? text.substr(0, from) + place_words(place) : text;
}

json::object row_of(const json::value& find) {
  const auto reference = record_in(find);
  const auto entry = text_in(find, "entry");
  const auto address = record_address(reference);
  json::array words;
  for (const auto& piece : list_in(find, "words")) {
    const auto text = entry.empty() ? with_place(text_in(piece, "text")) : text_in(piece, "text");
    words.push_back(json::object{{"found", flag_in(piece, "match") ? text : std::string()},
                                 {"around", flag_in(piece, "match") ? std::string() : text}});
  }
  json::object row{
      {"reference", reference},
      {"name", record_word(reference) == "case" ? pseudonym_words(list_in(find, "pseudonyms")) : std::string()},
      {"stage", stage_words(text_in(find, "stage"))},
      {"caseAddress", address},
      {"title", "The " + record_word(reference) + " itself"},
      {"address", address},
      {"day", ""},
      {"words", std::move(words)}};
  if (!entry.empty()) {
    row["title"] = practice_words(text_in(find, "label"));
    row["address"] = address + "/entries/" + percent_encoded(entry);
    row["day"] = day_words(text_in(find, "occurredOn"));
  }
  return row;
}

std::string count_words(const json::value& answer) {
  const auto total = number_in(answer, "total");
  if (flag_in(answer, "more")) return fmt::format("More than {} results. Add a word to find fewer.", total);
  return counted_words(total, "result", "results");
}

}  // namespace

View search_view(const std::string& words, const json::value& answer, const std::string& fault) {
  View view{{"title", "Search"}, {"words", words}, {"fault", fault}, {"hasErrors", !fault.empty()}};
  if (!fault.empty()) view["errors"] = json::array{json::object{{"href", "#words"}, {"text", fault}}};
  if (!answer.is_object()) return view;
  json::array rows;
  for (const auto& find : list_in(answer, "finds")) rows.push_back(row_of(find));
  view["title"] = "Search results";
  view["searched"] = true;
  view["hasRows"] = !rows.empty();
  view["rows"] = std::move(rows);
  view["count"] = count_words(answer);
  view["more"] = text_in(answer, "nextPageToken");
  return view;
}

}  // namespace reviewd
