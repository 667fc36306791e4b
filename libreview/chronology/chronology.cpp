#include "libreview/chronology/chronology.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "libreview/calendar/partial_date.hpp"
#include "libreview/vocabulary/names.hpp"

namespace review {
namespace {

/// What one entry tells.
struct Told {
  std::string agency;
  std::string document{};
  std::vector<v1::ChronologyRow> rows{};
};

v1::ChronologyRow row_of(const v1::ChronologyLine& line) {
  v1::ChronologyRow row;
  if (line.has_on()) row.set_on(line.on());
  if (line.has_what()) row.set_what(line.what());
  if (line.has_source()) row.set_source(line.source());
  if (line.has_child_seen()) row.set_child_seen(line.child_seen());
  return row;
}

std::optional<Told> told_in(const v1::Entry& entry) {
  if (entry.has_chronology_received()) {
    const auto& received = entry.chronology_received();
    return Told{received.agency(), received.document(), {received.rows().begin(), received.rows().end()}};
  }
  if (!entry.has_agency_return_received() || entry.agency_return_received().chronology().empty()) return std::nullopt;
  const auto& received = entry.agency_return_received();
  Told told{received.agency()};
  for (const auto& line : received.chronology()) told.rows.push_back(row_of(line));
  return told;
}

std::optional<ChronologyLine> line_of(const Told& told, const std::string& entry, const v1::ChronologyRow& row) {
  const auto on = PartialDate::parse(row.on());
  if (!on) return std::nullopt;
  const auto until = PartialDate::parse(row.until());
  ChronologyLine line{told.agency, entry, row, on->earliest(), until ? until->latest() : on->latest()};
  line.exact = !row.about() && on->whole() && (!until || until->whole());
  return line;
}

void put_lines(Chronology& made, const Told& told, const std::string& entry) {
  for (const auto& row : told.rows) {
    if (auto line = line_of(told, entry, row)) made.lines.push_back(std::move(*line));
  }
}

}  // namespace

Chronology merge_chronology(const std::vector<v1::Entry>& entries) {
  Chronology made;
  std::map<std::string, std::size_t> newest;  // agency, as references are spelt → its place among the sources
  std::vector<Told> told;
  for (const auto& entry : entries) {
    auto one = told_in(entry);
    if (!one) continue;
    const auto [at, is_first] = newest.try_emplace(spellings_of_body(one->agency).reference, made.sources.size());
    if (!is_first) {
      made.sources[at->second].replaced_by = entry.entry();
      at->second = made.sources.size();
    }
    made.sources.push_back(
        {one->agency, entry.entry(), entry.occurred_on(), one->document, static_cast<int>(one->rows.size())});
    told.push_back(std::move(*one));
  }
  for (std::size_t i = 0; i < told.size(); ++i) {
    if (made.sources[i].replaced_by.empty()) put_lines(made, told[i], made.sources[i].entry);
  }
  std::ranges::stable_sort(made.lines, [](const ChronologyLine& one, const ChronologyLine& other) {
    return std::tuple(one.first, one.row.at(), one.agency) < std::tuple(other.first, other.row.at(), other.agency);
  });
  return made;
}

}  // namespace review
