#include "reviewd/web/case/entry_view.hpp"

#include <fmt/format.h>

#include <boost/json/array.hpp>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/case/case_view.hpp"
#include "reviewd/web/form/form_summary.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/field_says.hpp"
#include "reviewd/web/words/form_fields.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/practice_words.hpp"
#include "reviewd/web/words/record_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

json::object line(std::string_view key, const std::string& words) {
  return {{"key", key}, {"values", json::array{json::object{{"line", words}}}}};
}

json::array rows_of(const json::value& entry, const review::Kind* kind, const Offers& offers) {
  json::array rows;
  const auto recorded = text_in(entry, "recordedTime");
  if (kind != nullptr) {
    for (auto& row : entry_summary(entry.as_object(), *kind, offers)) {
      row.as_object()["key"] = practice_words(text_in(row, "key"));
      rows.push_back(row);
    }
  }
  rows.push_back(line("Recorded by", offers.known().person(text_in(entry, "recordedBy"))));
  if (!recorded.empty()) rows.push_back(line("Recorded on", instant_words(recorded)));
  return rows;
}

std::string source_words(const json::value& entry) {
  const json::value source = object_in(entry, "source");
  if (source.as_object().empty()) return {};
  const auto from = text_in(source, "case");
  const auto at = text_in(source, "recordedTime");
  return fmt::format("It came from another store{}{}.", from.empty() ? "" : ", case " + from,
                     at.empty() ? "" : ", where it was recorded on " + instant_words(at));
}

}  // namespace

View entry_view(const json::value& entry, const json::value& of_case, const Offers& offers, bool may_record) {
  View view;
  put_identity(view, of_case);
  const std::string address(view["caseAddress"].as_string());
  const auto* kind = kind_in(entry);
  const auto heading = kind == nullptr ? "An update that you may not see" : practice_words(kind->label);
  view["heading"] = heading;
  view["title"] = fmt::format("{}, {} {}", heading, record_word(record_in(of_case)), record_in(of_case));
  view["hidden"] = kind == nullptr;
  view["rows"] = rows_of(entry, kind, offers);
  const auto address_of = [&](std::string_view member) {
    const auto other = text_in(entry, member);
    return other.empty() ? std::string() : address + "/entries/" + percent_encoded(other);
  };
  const json::value about = kind != nullptr && is_about_an_entry(*kind) ? object_in(entry, kind->json) : json::object();
  const auto wrong = text_in(about, "entry");
  view["wrong"] = wrong.empty() ? std::string() : address + "/entries/" + percent_encoded(wrong);
  view["correctedBy"] = address_of("correctedBy");
  view["withdrawnBy"] = address_of("withdrawnBy");
  json::array irregularities;
  for (const auto& one : list_in(entry, "irregularities")) {
    irregularities.push_back(json::string(practice_words(text_in(one, "says"))));
  }
  view["hasIrregularities"] = !irregularities.empty();
  view["irregularities"] = std::move(irregularities);
  view["source"] = source_words(entry);
  const bool over = !text_in(entry, "correctedBy").empty() || !text_in(entry, "withdrawnBy").empty();
  const bool own_correction = kind != nullptr && is_about_an_entry(*kind);
  view["correct"] = may_record && kind != nullptr && !over && !own_correction
                        ? fmt::format("{}/add/entryCorrected?entryCorrected.entry={}", address,
                                      percent_encoded(text_in(entry, "entry")))
                        : std::string();
  return view;
}

}  // namespace reviewd
