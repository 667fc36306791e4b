#include "reviewd/web/case/embargo_reads.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>

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

/// One reader and one thing that was read.
struct Reading {
  std::string person;
  std::string document;  ///< empty for updates and titles
  std::string first;
  std::string last;
  int times = 0;
};

std::string when_words(const std::string& instant) {
  const auto at = review::parse_instant(instant);
  return at ? fmt::format("{} at {}", instant_words(instant), review::london_time(*at)) : std::string();
}

std::string what_words(const std::string& document) {
  return document.empty() ? "Updates, or the titles of documents" : "A copy of " + name_words(document);
}

ApiAnswer reads_from(const PageCall& call, const std::string& token) {
  const auto page = token.empty() ? std::string() : "&pageToken=" + percent_encoded(token);
  return ask(call, {"GET", fmt::format("{}/embargoes/{}/reads?pageSize=200{}", case_api(call),
                                       percent_encoded(call.path("embargo")), page)});
}

/// The list comes newest first, so what is met first was last.
void count(std::vector<Reading>& all, const json::value& read) {
  const auto person = text_in(read, "person");
  const auto document = text_in(read, "document");
  const auto time = text_in(read, "time");
  auto found =
      std::ranges::find_if(all, [&](const Reading& one) { return one.person == person && one.document == document; });
  if (found == all.end()) found = all.insert(found, {person, document, time, time});
  found->first = time;
  ++found->times;
}

Section each_reader(const std::vector<Reading>& all, const Register& known, const std::string& here) {
  if (all.empty()) return {.heading = heading, .paragraphs = {"Nobody has read it so far."}};
  Section section{.heading = heading, .links = {{"Every time that it was read", here + "?reads=every"}}};
  section.table = {"Who read last comes first", {"Who", "What", "How often", "First", "Last"}, {}};
  for (const auto& one : all) {
    section.table.rows.push_back({{known.person(one.person)},
                                  {what_words(one.document)},
                                  {counted_words(one.times, "time", "times")},
                                  {when_words(one.first)},
                                  {when_words(one.last)}});
  }
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
  if (call.request.parameter("reads").value_or("") == "every") {
    const auto reads = reads_from(call, call.request.parameter("page").value_or(""));
    return reads.good() ? std::vector<Section>{every_time(reads.json, known, here)} : std::vector<Section>();
  }
  std::vector<Reading> all;
  std::string next;
  do {
    const auto reads = reads_from(call, next);
    if (!reads.good()) return {};
    for (const auto& read : list_in(reads.json, "reads")) count(all, read);
    next = text_in(reads.json, "nextPageToken");
  } while (!next.empty());
  return {each_reader(all, known, here)};
}

}  // namespace reviewd
