#include "reviewd/api/found.hpp"

#include <algorithm>
#include <optional>

#include "libreview/access/disclose.hpp"
#include "libreview/record/captured_findings.hpp"
#include "libreview/record/fold.hpp"

namespace reviewd {
namespace {

using review::Code;
using review::Result;
namespace v1 = review::v1;

/// So many rows are asked for at once.
constexpr int step = 200;

/// The learning of cases as one reader may see it, each case read once.
class Learning {
 public:
  explicit Learning(Call& call) : call_(call) {}

  /// The entry that captured it, as the reader may see it and with its corrections; null where it is kept from the
  /// reader.
  const v1::Entry* entry(const std::string& case_id, const std::string& entry_id) {
    const auto& entries = of(case_id);
    const auto found = std::ranges::find_if(entries, [&](const v1::Entry& one) { return one.entry() == entry_id; });
    return found == entries.end() ? nullptr : &*found;
  }

  void shown(const std::string& case_id, const v1::Entry& entry) { shown_[case_id].push_back(entry); }

  void note() {
    for (const auto& [case_id, entries] : shown_)
      call_.desk().note_entries(case_id, entries, call_.reader, call_.moment);
  }

 private:
  const std::vector<v1::Entry>& of(const std::string& case_id) {
    const auto [at, is_new] = read_.try_emplace(case_id);
    if (is_new) {
      auto all = call_.desk().entries(case_id, call_.reader, call_.moment, {}, review::Desk::Notes::asker);
      if (all) {
        auto counted = review::effective(*all);
        std::erase_if(counted, [](const v1::Entry& one) { return !one.has_learning_captured(); });
        at->second = std::move(counted);
      }
    }
    return at->second;
  }

  Call& call_;
  std::map<std::string, std::vector<v1::Entry>> read_;
  std::map<std::string, std::vector<v1::Entry>> shown_;
};

const v1::Finding* finding_in(const v1::Entry& entry, const std::string& name) {
  const auto names = review::names_of_findings(entry);
  const auto at = std::ranges::find(names, name);
  return at == names.end() ? nullptr : &entry.learning_captured().findings(static_cast<int>(at - names.begin()));
}

std::optional<Found> found_at(Call& call, Learning& learning, const review::FindingRow& row) {
  const auto* entry = learning.entry(row.case_id, row.entry);
  const auto* finding = entry == nullptr ? nullptr : finding_in(*entry, row.finding);
  if (finding == nullptr) return std::nullopt;
  Found found{
      row.case_id, row.entry, finding->has_found_on() ? finding->found_on() : entry->occurred_on(), *finding, {}};
  found.finding.set_id(row.finding);
  for (auto& bearing :
       review::bearing_rows(call.storage.store(), row.case_id, row.finding, call.reader, call.moment.today)) {
    if (learning.entry(bearing.case_id, bearing.entry) != nullptr) found.borne_on.push_back(std::move(bearing));
  }
  learning.shown(row.case_id, *entry);
  return found;
}

}  // namespace

Result<FoundPage> read_findings(Call& call, review::FindingsWanted wanted, std::size_t most) {
  if (!review::reads_incidents(call.reader.role))
    return review::refuse(Code::not_permitted, "Your role does not see what was learned over all cases.");
  auto known = call.desk().check_names(wanted.terms, review::finding_fields(), call.reader, call.moment);
  if (!known) return review::refuse(std::move(known.error()));
  wanted.limit = step;
  Learning learning(call);
  FoundPage page;
  std::vector<std::string> last;
  for (;;) {
    const auto rows = review::finding_rows(call.storage.store(), wanted, call.reader, call.moment.today);
    if (!rows) return review::refuse(rows.error());
    for (const auto& row : *rows) {
      if (page.rows.size() == most) {
        page.next = std::move(last);
        learning.note();
        return page;
      }
      auto found = found_at(call, learning, row);
      if (!found) continue;
      page.rows.push_back(std::move(*found));
      last = row.key();
    }
    if (rows->size() < static_cast<std::size_t>(step)) break;
    wanted.after = rows->back().key();
  }
  learning.note();
  return page;
}

}  // namespace reviewd
