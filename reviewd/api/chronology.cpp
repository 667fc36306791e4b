#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "libreview/base/refuse_at.hpp"
#include "reviewd/api/chronology_json.hpp"
#include "reviewd/api/endpoint.hpp"

namespace reviewd {
namespace {

using review::Code;
using review::Right;

/// Longer than a life: a slip of the keyboard.
constexpr int most_gap_days = 40'000;

review::Result<std::optional<int>> gap_days_asked(const Call& call) {
  const auto text = call.request.parameter("gapDays").value_or("");
  if (text.empty()) return std::optional<int>();
  int days = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), days);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size() || days < 1 || days > most_gap_days) {
    return review::refuse_at(Code::malformed, fmt::format("Give whole days from 1 to {}.", most_gap_days), "/gapDays");
  }
  return std::optional(days);
}

/// What is asked about: the whole, and the agency that it is narrowed to.
struct Asked {
  ShownChronology shown;
  std::string agency;
};

review::Result<Asked> asked_of(Call& call) {
  const auto gap_days = gap_days_asked(call);
  if (!gap_days) return review::refuse(gap_days.error());
  auto shown = chronology_of(call, call.path("case"), *gap_days);
  if (!shown) return review::refuse(shown.error());
  Asked asked{std::move(*shown), call.request.parameter("agency").value_or("")};
  const auto& sources = asked.shown.merged.sources;
  const bool known = std::ranges::find(sources, asked.agency, &review::ChronologySource::agency) != sources.end();
  if (!asked.agency.empty() && !known) {
    return review::refuse_at(Code::not_a_choice, "No chronology of this agency is there that you may read.", "/agency");
  }
  return asked;
}

Response get_chronology(Call& call) {
  const auto asked = asked_of(call);
  if (!asked) return refused(call, asked.error());
  auto response = json_answer(200, chronology_json(call.path("case"), asked->shown, asked->agency));
  response.headers.emplace_back("ETag", etag(call.desk().version(call.path("case"))));
  return response;
}

Response get_chronology_csv(Call& call) {
  const auto asked = asked_of(call);
  if (!asked) return refused(call, asked.error());
  return csv_file(call, "chronology", chronology_lines(asked->shown, asked->agency));
}

}  // namespace

std::vector<Endpoint> chronology_endpoints() {
  return {{"GET",
           "/v1/cases/{case}/chronology",
           "getChronology",
           "What agencies told of a case, merged by day, with gaps and clashes to look at",
           {Right::read_cases},
           Use::read,
           {"agency", "gapDays"},
           "",
           "Chronology",
           200,
           get_chronology},
          {"GET",
           "/v1/cases/{case}/chronology:csv",
           "getChronologyCsv",
           "The same as a file for a spreadsheet",
           {Right::read_cases},
           Use::read,
           {"agency", "gapDays"},
           "",
           "Csv",
           200,
           get_chronology_csv}};
}

}  // namespace reviewd
