#include "reviewd/web/administration/governance_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

#include "libreview/calendar/london.hpp"
#include "libreview/registers/glass.hpp"
#include "reviewd/base/view_data.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/screen_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

std::string what_words(const std::string& what) {
  static const std::map<std::string, std::string> words = {{"case", "The case"},
                                                           {"entries", "The updates"},
                                                           {"clocks", "The timescales"},
                                                           {"list", "A line in a list"},
                                                           {"figures", "A figure of the yearly report"},
                                                           {"preview", "What an update would change"},
                                                           {"meeting", "A meeting that takes it"},
                                                           {"export", "An export"},
                                                           {"document", "A document"},
                                                           {"letter", "A letter made of it"},
                                                           {"search", "A search result"}};
  if (what.starts_with("embargo/")) return "What an embargo covers";
  const auto found = words.find(what);
  return found == words.end() ? what : found->second;
}

std::string ground_words(const std::string& ground) {
  static const std::map<std::string, std::string> words = {
      {"child-at-risk", "A child may be at risk now"},
      {"court-or-coroner", "A court or a coroner asks for something now"},
      {"cover-for-absence", "Whoever looks after the case is away and it cannot wait"},
      {"information-rights", "Somebody asked for their information and it is due now"}};
  const auto found = words.find(ground);
  return found == words.end() ? ground : found->second;
}

/// The London day and the time of day: `Tuesday 17 March 2026 at 09:30`.
std::string time_words(const std::string& instant) {
  const auto at = review::parse_instant(instant);
  if (!at) return instant;
  return fmt::format("{} at {}", instant_words(instant), review::london_time(*at));
}

/// Whether information governance heard of it by mail.
std::string told_words(const std::string& mail) {
  if (mail == "DELIVERED") return "By mail";
  if (mail == "WAITING") return "A mail is on its way";
  return mail == "FAILED" ? "The mail could not be delivered" : "No mail could be sent";
}

std::string message_at(const json::value& problem, std::string_view pointer) {
  for (const auto& violation : list_in(problem, "violations")) {
    if (text_in(violation, "pointer") == pointer) return text_in(violation, "message");
  }
  return {};
}

}  // namespace

bool is_reference(std::string_view text) {
  return !text.empty() && text.size() <= 40 && text.front() != '-' &&
         std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

/// What only passed by in a list or among results.
bool is_glimpse(const std::string& what) { return what == "list" || what == "search" || what == "figures"; }

/// One row for each person, thing and day, with how often: newest first.
json::array by_day(const json::array& reads, bool glimpses) {
  struct Row {
    std::string key;
    json::object shown;
    int times;
  };
  std::vector<Row> rows;
  for (const auto& read : reads) {
    const auto what = text_in(read, "what");
    if (is_glimpse(what) != glimpses) continue;
    const auto time = text_in(read, "time");
    const bool glass = !text_in(read, "glass").empty();
    const auto key = fmt::format("{} {} {} {}", instant_words(time), text_in(read, "person"), what, glass);
    const auto found = std::ranges::find(rows, key, &Row::key);
    if (found != rows.end()) {
      ++found->times;
      continue;
    }
    const auto role = review::find_role(text_in(read, "role"));
    rows.push_back({key,
                    {{"when", time_words(time)},
                     {"who", person_words(text_in(read, "person"))},
                     {"role", role ? review::role_words(*role) : std::string_view()},
                     {"what", what_words(what)},
                     {"glass", glass}},
                    1});
  }
  json::array all;
  for (auto& row : rows) {
    row.shown["times"] = row.times == 1 ? std::string() : fmt::format("{} times that day", row.times);
    all.push_back(std::move(row.shown));
  }
  return all;
}

View seen_view(const json::value& reads, const std::string& reference) {
  auto rows = by_day(list_in(reads, "reads"), false);
  auto glimpses = by_day(list_in(reads, "reads"), true);
  const bool has_rows = !rows.empty();
  const bool has_glimpses = !glimpses.empty();
  const auto address = "/cases/" + percent_encoded(reference);
  const auto next = text_in(reads, "nextPageToken");
  return {{"title", fmt::format("Who has seen case {}", reference)},
          {"reference", reference},
          {"caseAddress", address},
          {"hasRows", has_rows},
          {"rows", std::move(rows)},
          {"hasGlimpses", has_glimpses},
          {"glimpses", std::move(glimpses)},
          {"nobody", !has_rows && !has_glimpses},
          {"older", shown(next.empty() ? next : address + "/seen?page=" + percent_encoded(next))}};
}

View open_case_view(const OpenCase& typed, const json::value& problem) {
  json::array grounds;
  for (const auto& ground : review::glass_grounds()) {
    grounds.push_back(json::object{{"id", "ground-" + ground},
                                   {"value", ground},
                                   {"words", ground_words(ground)},
                                   {"chosen", ground == typed.ground}});
  }
  View view{{"title", "Open a case that you do not see"},
            {"case", typed.reference},
            {"reasons", typed.reasons},
            {"grounds", std::move(grounds)}};
  json::array errors;
  for (const auto* field : {"case", "ground", "reasons"}) {
    const auto message = message_at(problem, fmt::format("/{}", field));
    view[fmt::format("{}Error", field)] = shown(message);
    if (!message.empty()) errors.push_back(json::object{{"href", fmt::format("#{}", field)}, {"text", message}});
  }
  if (errors.empty() && problem.is_object()) {
    errors.push_back(json::object{{"href", false}, {"text", text_in(problem, "detail")}});
  }
  view["hasErrors"] = !errors.empty();
  view["errors"] = std::move(errors);
  return view;
}

View governance_view(const json::value& glass, const review::Reader& reader, const std::string& form_token,
                     const json::value& problem, const std::string& wrong) {
  json::array rows;
  for (const auto& one : list_in(glass, "glass")) {
    const auto reviewed = text_in(one, "reviewed");
    const auto who = person_words(text_in(one, "person"));
    const auto reference = text_in(one, "case");
    const bool may_review = reviewed.empty() && reader.may(review::Right::review_break_glass) && who != reader.person;
    rows.push_back(json::object{{"id", "glass-" + text_in(one, "glass")},
                                {"glass", text_in(one, "glass")},
                                {"case", reference},
                                {"who", who},
                                {"when", time_words(text_in(one, "begun"))},
                                {"ground", ground_words(text_in(one, "ground"))},
                                {"reasons", text_in(one, "reasons")},
                                {"told", told_words(text_in(one, "mail"))},
                                {"reviewed", shown(reviewed.empty() ? reviewed : time_words(reviewed))},
                                {"reviewedBy", person_words(text_in(one, "reviewedBy"))},
                                {"finding", text_in(one, "finding")},
                                {"error", shown(text_in(one, "glass") == wrong ? text_in(problem, "detail") : "")},
                                {"mayReview", may_review},
                                {"token", form_token},
                                {"seen", "/cases/" + percent_encoded(reference) + "/seen"}});
  }
  View view{{"title", "Cases opened in an emergency"}, {"hasRows", !rows.empty()}, {"rows", std::move(rows)}};
  if (problem.is_object()) {
    view["hasErrors"] = true;
    view["errors"] =
        json::array{json::object{{"href", wrong.empty() ? json::value(false) : json::value("#finding-" + wrong)},
                                 {"text", text_in(problem, "detail")}}};
  }
  return view;
}

}  // namespace reviewd
