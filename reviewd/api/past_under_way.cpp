#include "reviewd/api/past_under_way.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <tuple>

#include "libreview/journal/transaction.hpp"
#include "libreview/law/read_past_words.hpp"
#include "libreview/vocabulary/read_message.hpp"
#include "reviewd/act/act.hpp"
#include "reviewd/api/agreed_by_two.hpp"

namespace reviewd {
namespace {

using review::Code;
using review::RowFinding;

/// What the store is asked for between what others ask.
constexpr int known_at_once = 100;
constexpr std::size_t tried_at_once = 20;

std::vector<review::KnownAgency> agencies_of(Storage& storage) {
  std::vector<review::KnownAgency> all;
  for (const auto& one : storage.contacts().list()) all.push_back({one.agency, one.name});
  return all;
}

std::vector<review::KnownTheme> themes_of(const review::RuleBook& law, review::Date today) {
  std::vector<review::KnownTheme> all;
  for (const auto& list : law.theme_lists()) {
    if (list.from > today) continue;
    for (const auto& one : list.themes) all.push_back({one.id, one.title});
  }
  return all;
}

void put_refusal(const review::PastEntry& entry, const review::Refusal& refusal, std::vector<RowFinding>& into) {
  const std::string code(review::code_name(refusal.code));
  if (refusal.violations.empty()) return into.push_back({entry.sheet, entry.row, {}, code, refusal.says});
  for (const auto& one : refusal.violations) {
    into.push_back({entry.sheet, entry.row, entry.column_of(one.pointer), code, one.message});
  }
}

bool has_error(const std::vector<RowFinding>& findings) {
  return std::any_of(findings.begin(), findings.end(), [](const RowFinding& one) { return one.is_error(); });
}

}  // namespace

PastUnderWay::PastUnderWay(const Call& call, PastFile file)
    : file_(std::move(file)),
      agencies_(agencies_of(call.storage)),
      themes_(themes_of(call.desk().law(), call.moment.today)),
      today_(call.moment.today),
      told_apart_(file_.mapping.not_duplicates.begin(), file_.mapping.not_duplicates.end()) {}

void PastUnderWay::read() {
  plan_ = review::plan_past(*file_.book, file_.mapping, review::past_words(), agencies_, themes_, today_);
  run_.findings = std::move(plan_.findings);
  file_is_good_ = !has_error(run_.findings);
}

review::Result<bool> PastUnderWay::try_more(Call& call) {
  if (!knows_all_) {
    look_at_known(call);
    return false;
  }
  const review::Transaction taken_back(call.storage.journal());
  arriving_.clear();
  const auto end = std::min(next_ + tried_at_once, plan_.cases.size());
  for (; next_ < end; ++next_) {
    if (const auto tried = try_case(call, std::move(plan_.cases[next_])); !tried) return review::refuse(tried.error());
  }
  if (next_ < plan_.cases.size()) return false;
  finish();
  return true;
}

review::Result<void> PastUnderWay::store(Call& call) {
  while (!knows_all_) look_at_known(call);
  review::Transaction transaction(call.storage.journal());
  for (auto& one : plan_.cases) {
    if (const auto tried = try_case(call, std::move(one)); !tried) return review::refuse(tried.error());
  }
  finish();
  if (!run_.good() || run_.entries == 0) return {};
  const auto agreed = agreed_by_two(call, import_past_act, past_subject(file_), past_proposal(file_, run_));
  if (!agreed) return review::refuse(agreed.error());
  if (const auto kept = transaction.commit(); !kept) return review::refuse(kept.error());
  run_.stored = true;
  return {};
}

/// The next cases of this store, with the children that they were logged with and the day.
void PastUnderWay::look_at_known(Call& call) {
  const auto page = call.desk().list_cases({{}, {"case", false}, call.moment.today, known_at_once, known_after_},
                                           call.reader, call.moment, review::Desk::Notes::asker);
  knows_all_ = !page || page->next.empty();
  if (!page) return;
  known_after_ = page->next;
  for (const auto& one : page->items) {
    const auto file = call.storage.views().find_for(call.reader, one->case_(), call.moment.today);
    if (!file || file->incident_on().empty()) continue;
    std::vector<std::string> names;
    for (const auto& child : one->children()) names.push_back(child.pseudonym());
    known_.emplace(ChildrenAndDay{std::move(names), file->incident_on()}, one->case_());
  }
}

review::Result<void> PastUnderWay::try_case(Call& call, review::PastCase made) {
  std::vector<RowFinding> more;
  const auto state = state_of(call, made, more);
  if (!state) return review::refuse(state.error());
  told_.thin(more);
  for (auto* findings : {&made.findings, &more}) {
    run_.findings.insert(run_.findings.end(), std::make_move_iterator(findings->begin()),
                         std::make_move_iterator(findings->end()));
  }
  made.findings.clear();
  if (*state == PastState::made) run_.entries += static_cast<int>(made.entries.size());
  run_.rows.push_back({std::move(made), *state});
  return {};
}

/// What becomes of a case, and what there is to say of it beside what its rows say.
review::Result<PastState> PastUnderWay::state_of(Call& call, review::PastCase& made,
                                                 std::vector<RowFinding>& findings) {
  // Once in the store, a row is not asked again: what has changed in it since is recorded there.
  if (!made.case_id.empty() && !arriving_.contains(made.case_id) &&
      call.desk().sees(made.case_id, call.reader, call.moment)) {
    made.findings.clear();
    findings.push_back({made.sheet,
                        made.row,
                        {},
                        {},
                        fmt::format("The case {} is in the store already: nothing is done with this row. Record "
                                    "there what has changed.",
                                    made.case_id)});
    return PastState::there;
  }
  const auto same = known_.find({made.pseudonyms, made.incident_on});
  if (same != known_.end() && !told_apart_.contains(made.reference)) {
    call.desk().note_shown(same->second, "case");
    findings.push_back(
        {made.sheet,
         made.row,
         {},
         std::string(review::code_name(Code::already_recorded)),
         fmt::format("The case {} has the same child and day. Take the row out, or name its reference in the mapping "
                     "under not-duplicates.",
                     same->second)});
  }
  if (has_error(made.findings) || has_error(findings)) return PastState::refused;
  if (!file_is_good_) return PastState::waits;
  if (const auto done = import_entries(call, made, findings); !done) return review::refuse(done.error());
  return has_error(findings) ? PastState::refused : PastState::made;
}

/// Of the entries all that the schema refuses, and the first that the rules refuse.
review::Result<void> PastUnderWay::import_entries(Call& call, const review::PastCase& made,
                                                  std::vector<RowFinding>& findings) {
  for (const auto& one : made.entries) {
    const auto entry = review::read_entry(one.entry, review::Origin::other_store);
    if (!entry) {
      put_refusal(one, entry.error(), findings);
      continue;
    }
    // Nothing of a case is tried after what it rests on was refused.
    if (has_error(findings)) continue;
    const auto done = call.desk().import(*entry, call.reader, call.moment, arriving_);
    if (done) continue;
    if (done.error().code == Code::store_full) return review::refuse(done.error());
    put_refusal(one, done.error(), findings);
  }
  return {};
}

void PastUnderWay::finish() {
  const auto left = told_.what_is_left();
  run_.findings.insert(run_.findings.end(), left.begin(), left.end());
  std::ranges::stable_sort(run_.findings, [](const auto& one, const auto& other) {
    return std::tie(one.sheet, one.row) < std::tie(other.sheet, other.row);
  });
}

}  // namespace reviewd
