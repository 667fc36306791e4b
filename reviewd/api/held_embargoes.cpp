#include "reviewd/api/held_embargoes.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "libreview/base/refuse_at.hpp"
#include "libreview/calendar/counting.hpp"
#include "libreview/views/embargo_rows.hpp"
#include "libreview/views/term_values.hpp"
#include "libreview/vocabulary/names.hpp"
#include "libreview/vocabulary/record_name.hpp"
#include "reviewd/api/case_asked.hpp"

namespace reviewd {
namespace {

namespace v1 = review::v1;

/// So many rows are asked for at once.
constexpr int embargoes_at_once = 200;

review::Result<review::EmbargoesWanted> wanted_of(const Call& call) {
  const auto live = flag(call, "live");
  if (!live) return review::refuse(live.error());
  const auto overdue = flag(call, "overdue");
  if (!overdue) return review::refuse(overdue.error());
  const auto since = call.request.parameter("since").value_or("");
  if (!since.empty() && !review::Date::parse(since))
    return review::refuse_at(review::Code::not_a_date, "since is a day such as 2026-03-31.", "/since");
  const auto of_case = case_asked(call);
  if (!of_case) return review::refuse(of_case.error());
  return review::EmbargoesWanted{*of_case, *live, *overdue ? std::optional(call.moment.today) : std::nullopt,
                                 since,    {},    embargoes_at_once};
}

/// The kind of proceedings that is asked for; empty for all.
review::Result<std::string> why_asked(const Call& call) {
  const auto why = call.request.parameter("why").value_or("");
  if (why.empty()) return why;
  if (auto known = review::is_choice({"why", "=", why}, *v1::ProceedingsKind_descriptor()); !known)
    return review::refuse_at(std::move(known.error()), "/why");
  return why;
}

/// Whether the embargo hangs on proceedings of this kind; any does where none is asked for.
bool is_for(const std::string& why, const v1::Case& of_case, const v1::Embargo& embargo) {
  if (why.empty()) return true;
  return std::ranges::any_of(of_case.proceedings(), [&](const v1::Proceedings& one) {
    return kind_of_proceedings(one) == why && hangs_on(embargo, one);
  });
}

/// Cases as a list shows them to the reader, each asked for once.
class ListedOnce {
 public:
  explicit ListedOnce(const Call& call) : call_(call) {}

  /// Null where the reader does not see it.
  review::Result<review::Desk::Listed> find(const std::string& case_id) {
    if (const auto found = known_.find(case_id); found != known_.end()) return found->second;
    const std::string sort(review::sort_of(case_id).name);
    const review::ListQuery query{{{sort, "=", case_id}}, {sort}, call_.moment.today, 1, {}, sort};
    const auto page = call_.desk().list_cases(query, call_.reader, call_.moment, review::Desk::Notes::asker);
    if (!page) return review::refuse(page.error());
    return known_[case_id] = page->items.empty() ? nullptr : page->items.front();
  }

 private:
  const Call& call_;
  std::map<std::string, review::Desk::Listed> known_{};
};

const v1::Embargo* embargo_of(const review::Desk::Listed& of_case, const std::string& name) {
  if (of_case == nullptr) return nullptr;
  const auto found = std::ranges::find(of_case->embargoes(), name, &v1::Embargo::embargo);
  return found == of_case->embargoes().end() ? nullptr : &*found;
}

}  // namespace

review::Result<HeldEmbargoes> held_embargoes(const Call& call, std::vector<std::string> after,
                                             std::optional<std::size_t> most) {
  auto wanted = wanted_of(call);
  if (!wanted) return review::refuse(wanted.error());
  wanted->after = std::move(after);
  const auto why = why_asked(call);
  if (!why) return review::refuse(why.error());
  ListedOnce cases(call);
  HeldEmbargoes found;
  std::vector<std::string> last;
  for (;;) {
    const auto rows = review::embargo_rows(call.storage.store(), *wanted, call.reader, call.moment.today);
    if (!rows) return review::refuse(rows.error());
    for (const auto& row : *rows) {
      auto of_case = cases.find(row.case_id);
      if (!of_case) return review::refuse(of_case.error());
      const auto* embargo = embargo_of(*of_case, row.embargo);
      if (embargo == nullptr || !is_for(*why, **of_case, *embargo)) continue;
      if (most && found.held.size() == *most) {
        // There is another that the reader sees: only then is there a next page.
        found.next = std::move(last);
        return found;
      }
      found.held.push_back({std::move(*of_case), embargo});
      last = row.key();
    }
    if (rows->size() < static_cast<std::size_t>(embargoes_at_once)) return found;
    wanted->after = rows->back().key();
  }
}

std::optional<HeldFor> held_for(const Call& call, const v1::Embargo& embargo) {
  const auto since = review::Date::parse(embargo.since());
  const auto until =
      embargo.lifted() ? review::Date::parse(embargo.lifted_on()) : review::Result<review::Date>(call.moment.today);
  if (!since || !until) return std::nullopt;
  HeldFor held{std::max(0, since->days_until(*until)), {}};
  if (const auto days = review::working_days_between(*since, *until, call.desk().calendar())) held.working_days = *days;
  return held;
}

bool is_overdue(const v1::Embargo& embargo, review::Date today) {
  return !embargo.lifted() && embargo.review_on() < today.iso();
}

bool hangs_on(const v1::Embargo& embargo, const v1::Proceedings& proceedings) {
  return std::ranges::find(embargo.proceedings(), proceedings.proceedings()) != embargo.proceedings().end();
}

std::string kind_of_proceedings(const v1::Proceedings& proceedings) {
  return review::short_name_of(proceedings.kind(), v1::ProceedingsKind_descriptor());
}

}  // namespace reviewd
