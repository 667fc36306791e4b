#include "reviewd/web/case/embargo_reads.hpp"

#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <string_view>

#include "libreview/calendar/london.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/case_address.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

constexpr auto heading = "Who has read what it covers";

std::string when_words(const std::string& instant) {
  const auto at = review::parse_instant(instant);
  return at ? fmt::format("{} at {}", instant_words(instant), review::london_time(*at)) : std::string();
}

std::string what_words(const std::string& document) {
  return document.empty() ? "Updates, or the titles of documents" : "A copy of " + name_words(document);
}

/// A page of `reads` or of `readers`.
ApiAnswer asked_for(const PageCall& call, std::string_view list) {
  const auto token = call.request.parameter("page").value_or("");
  const auto page = token.empty() ? std::string() : "&pageToken=" + percent_encoded(token);
  return ask(call, {"GET", fmt::format("{}/embargoes/{}/{}?pageSize=200{}", case_api(call),
                                       percent_encoded(call.path("embargo")), list, page)});
}

Section each_reader(const json::value& answer, const Register& known, const std::string& here) {
  const auto readers = list_in(answer, "readers");
  if (readers.empty()) return {.heading = heading, .paragraphs = {"Nobody has read it so far."}};
  Section section{.heading = heading, .links = {{"Every time that it was read", here + "?reads=every"}}};
  section.table = {"Who began to read last comes first", {"Who", "What", "How often", "First", "Last"}, {}};
  for (const auto& one : readers) {
    section.table.rows.push_back({{known.person(text_in(one, "person"))},
                                  {what_words(text_in(one, "document"))},
                                  {counted_words(number_in(one, "times"), "time", "times")},
                                  {when_words(text_in(one, "first"))},
                                  {when_words(text_in(one, "last"))}});
  }
  if (const auto next = text_in(answer, "nextPageToken"); !next.empty())
    section.links.push_back({"Earlier readers", here + "?page=" + percent_encoded(next)});
  return section;
}

Section every_time(const json::value& reads, const Register& known, const std::string& here) {
  Section section{.heading = heading, .links = {{"Each reader once", here}}};
  section.table = {"Every time, newest first", {"When", "Who", "What"}, {}};
  for (const auto& read : list_in(reads, "reads")) {
    section.table.rows.push_back({{when_words(text_in(read, "time"))},
                                  {known.person(text_in(read, "person"))},
                                  {what_words(text_in(read, "document"))}});
  }
  if (const auto next = text_in(reads, "nextPageToken"); !next.empty())
    section.links.push_back({"Earlier times", here + "?reads=every&page=" + percent_encoded(next)});
  return section;
}

}  // namespace

std::vector<Section> embargo_reads(const PageCall& call, const Register& known, const std::string& here) {
  const bool every = call.request.parameter("reads").value_or("") == "every";
  const auto answer = asked_for(call, every ? "reads" : "readers");
  if (!answer.good()) return {};
  return {every ? every_time(answer.json, known, here) : each_reader(answer.json, known, here)};
}

}  // namespace reviewd
