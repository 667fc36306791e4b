#include "reviewd/api/past_run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "libreview/journal/transaction.hpp"
#include "libreview/law/read_past_words.hpp"
#include "libreview/store/digest.hpp"
#include "libreview/vocabulary/read_message.hpp"
#include "reviewd/act/act.hpp"
#include "reviewd/api/agreed_by_two.hpp"

namespace reviewd {
namespace {

using review::Code;
using review::RowFinding;

constexpr int cases_of_a_page = 200;
constexpr std::size_t figures_of_a_subject = 32;

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

/// The first of these that is refused by the schema or by the rules.
review::Result<void> import_entries(Call& call, review::PastCase& made, std::set<std::string>& arriving) {
  for (const auto& one : made.entries) {
    const auto entry = review::read_entry(one.entry, review::Origin::other_store);
    if (!entry) {
      put_refusal(one, entry.error(), made.findings);
      continue;
    }
    // Nothing of a case is tried after what it rests on was refused.
    if (has_error(made.findings)) continue;
    const auto done = call.desk().import(*entry, call.reader, call.moment, arriving);
    if (done) continue;
    if (done.error().code == Code::store_full) return review::refuse(done.error());
    put_refusal(one, done.error(), made.findings);
  }
  return {};
}

/// A case of this store that was logged with the same children on the same day, under another reference.
using ChildrenAndDay = std::pair<std::vector<std::string>, std::string>;

std::map<ChildrenAndDay, std::string> known_children(Call& call) {
  std::map<ChildrenAndDay, std::string> known;
  std::vector<std::string> after;
  do {
    const auto page = call.desk().list_cases({{}, {"case", false}, call.moment.today, cases_of_a_page, after},
                                             call.reader, call.moment, review::Desk::Notes::asker);
    if (!page) return known;
    for (const auto& one : page->items) {
      const auto file = call.storage.views().find_for(call.reader, one->case_(), call.moment.today);
      if (!file || file->incident_on().empty()) continue;
      std::vector<std::string> names;
      for (const auto& child : one->children()) names.push_back(child.pseudonym());
      known.emplace(ChildrenAndDay{std::move(names), file->incident_on()}, one->case_());
    }
    after = page->next;
  } while (!after.empty());
  return known;
}

class Run {
 public:
  Run(Call& call, const PastFile& file) : call_(call), file_(file) {}

  review::Result<PastRun> run(bool store) {
    auto plan = review::plan_past(file_.book, file_.mapping, review::past_words(), agencies_of(call_.storage),
                                  themes_of(call_.desk().law(), call_.moment.today), call_.moment.today);
    run_.findings = std::move(plan.findings);
    const bool file_is_good = !has_error(run_.findings);
    const auto known = known_children(call_);
    review::Transaction transaction(call_.storage.journal());
    for (auto& one : plan.cases) {
      auto tried = state_of(one, known, file_is_good);
      if (!tried) return review::refuse(tried.error());
      run_.findings.insert(run_.findings.end(), one.findings.begin(), one.findings.end());
      if (*tried == PastState::made) run_.entries += static_cast<int>(one.entries.size());
      run_.rows.push_back({std::move(one), *tried});
    }
    std::stable_sort(run_.findings.begin(), run_.findings.end(), [](const auto& one, const auto& other) {
      return std::tie(one.sheet, one.row) < std::tie(other.sheet, other.row);
    });
    if (!store || !run_.good() || run_.entries == 0) return std::move(run_);
    const auto agreed = agreed_by_two(call_, import_past_act, past_subject(file_), past_proposal(file_, run_));
    if (!agreed) return review::refuse(agreed.error());
    if (const auto kept = transaction.commit(); !kept) return review::refuse(kept.error());
    run_.stored = true;
    return std::move(run_);
  }

 private:
  review::Result<PastState> state_of(review::PastCase& made, const std::map<ChildrenAndDay, std::string>& known,
                                     bool file_is_good) {
    // Once in the store, a row is not asked again: what has changed in it since is recorded there.
    if (!made.case_id.empty() && !arriving_.contains(made.case_id) &&
        call_.desk().sees(made.case_id, call_.reader, call_.moment)) {
      made.findings.clear();
      made.findings.push_back({made.sheet,
                               made.row,
                               {},
                               {},
                               fmt::format("The case {} is in the store already: nothing is done with this row. Record "
                                           "there what has changed.",
                                           made.case_id)});
      return PastState::there;
    }
    const auto& names = file_.mapping.not_duplicates;
    const auto same = known.find({made.pseudonyms, made.incident_on});
    if (same != known.end() && std::find(names.begin(), names.end(), made.reference) == names.end()) {
      call_.desk().note_shown(same->second, "case");
      made.findings.push_back(
          {made.sheet,
           made.row,
           {},
           std::string(review::code_name(Code::already_recorded)),
           fmt::format("The case {} has the same child and day. Take the row out, or name its reference in the mapping "
                       "under not-duplicates.",
                       same->second)});
    }
    if (has_error(made.findings)) return PastState::refused;
    if (!file_is_good) return PastState::waits;
    if (const auto done = import_entries(call_, made, arriving_); !done) return review::refuse(done.error());
    return has_error(made.findings) ? PastState::refused : PastState::made;
  }

  Call& call_;
  const PastFile& file_;
  PastRun run_{};
  std::set<std::string> arriving_{};
};

}  // namespace

bool PastRun::good() const { return !has_error(findings); }

int PastRun::count(PastState state) const {
  return static_cast<int>(std::count_if(rows.begin(), rows.end(), [&](const Row& one) { return one.state == state; }));
}

review::Result<PastRun> run_past(Call& call, const PastFile& file, bool store) { return Run(call, file).run(store); }

std::string past_subject(const PastFile& file) {
  const auto digest = review::to_hex(review::sha256({file.digest, "\n", review::write_mapping(file.mapping)}));
  return "past/" + digest.substr(0, figures_of_a_subject);
}

std::map<std::string, std::string> past_proposal(const PastFile& file, const PastRun& dry) {
  return {{"digest", file.digest},
          {"newCases", std::to_string(dry.count(PastState::made))},
          {"updates", std::to_string(dry.entries)}};
}

}  // namespace reviewd
