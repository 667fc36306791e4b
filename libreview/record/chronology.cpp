#include <fmt/format.h>

#include <algorithm>

#include "libreview/record/days.hpp"
#include "libreview/record/handling.hpp"
#include "libreview/record/references.hpp"

namespace review {
namespace {

/// `14:30`
bool is_time_of_day(const std::string& text) {
  constexpr std::string_view last = "23:59";
  if (text.size() != last.size() || text[2] != ':' || text > last || text[3] > '5') return false;
  return std::all_of(text.begin(), text.end(), [](char c) { return c == ':' || (c >= '0' && c <= '9'); });
}

void admit_row(const Question& question, const v1::ChronologyRow& row, const std::string& at) {
  not_before(question, row.until(), row.on(), "This ends before it begins.", at + "/until");
  if (!row.has_at() || is_time_of_day(row.at())) return;
  question.findings.add(Code::not_a_choice, "Write the time of day like 14:30.", {}, at + "/at");
}

void admit_chronology(const Question& question) {
  const auto& received = question.entry.chronology_received();
  for (int i = 0; i < received.rows_size(); ++i) {
    admit_row(question, received.rows(i), fmt::format("/chronologyReceived/rows/{}", i));
  }
  const auto documents = names_in(question.file, "document");
  const bool there = std::ranges::find(documents, received.document()) != documents.end();
  if (received.document().empty() || there) return;
  question.findings.add(Code::missing_reference, "There is no document of this name in this case.", {},
                        "/chronologyReceived/document");
}

}  // namespace

std::vector<Handling> chronology_handlings() { return {{"chronology-received", admit_chronology, nullptr}}; }

}  // namespace review
