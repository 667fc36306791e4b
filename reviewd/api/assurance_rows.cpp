#include "reviewd/api/assurance_rows.hpp"

#include <algorithm>
#include <tuple>

#include "libreview/access/may_read.hpp"
#include "libreview/access/sight.hpp"
#include "libreview/learning/assurance_register.hpp"

namespace reviewd {
namespace {

namespace v1 = review::v1;
using review::Result;

constexpr int programmes_at_once = 200;

void put_words(v1::AssuranceRow& row, const v1::AssuranceFile& file, WordsAtHand& words) {
  const auto& programme = row.programme();
  if (const auto* entry = words.find(programme, file.request())) row.set_what(entry->assurance_asked().what());
  if (const auto* entry = words.find(programme, file.scrutiny_entry())) {
    const auto& looked = entry->assurance_scrutinised();
    if (looked.has_strengths()) row.set_strengths(looked.strengths());
    if (looked.has_gaps()) row.set_gaps(looked.gaps());
  }
  if (const auto* entry = words.find(programme, file.follow_up_entry()))
    row.set_follow_up(entry->assurance_scrutinised().follow_up());
  if (const auto* entry = words.find(programme, file.followed_up_entry()))
    row.set_follow_up_says(entry->assurance_followed_up().says());
}

}  // namespace

Result<v1::CaseFile> programme_at_hand(Call& call) {
  auto file = call.storage.views().find_for(call.reader, call.record(), call.moment.today);
  if (!file) return review::refuse(review::no_case(call.record()));
  call.desk().note_shown(call.record(), "case");
  return std::move(*file);
}

void add_assurance(v1::AssuranceRegister& into, Call& call, const v1::CaseFile& file, WordsAtHand& words) {
  const bool reads_all = review::reads_incidents(call.reader.role);
  for (const auto& one : file.programme().assurance()) {
    if (!reads_all && !review::is_own_agency(call.reader, file, one.agency(), call.moment.today)) continue;
    auto& row = *into.add_rows();
    row = review::assurance_row(one, call.moment.today);
    row.set_programme(file.case_());
    put_words(row, one, words);
  }
}

void sort_by_day(v1::AssuranceRegister& all) {
  std::ranges::stable_sort(*all.mutable_rows(), {}, [](const v1::AssuranceRow& row) {
    return std::tuple(row.due_on(), row.programme(), row.agency());
  });
}

Result<void> each_open_programme(Call& call, const std::function<void(const v1::CaseFile&)>& visit) {
  review::ListQuery query{
      {{"stage", "!=", "CLOSED"}}, {"programme"}, call.moment.today, programmes_at_once, {}, "programme"};
  for (;;) {
    const auto page = call.desk().list_cases(query, call.reader, call.moment, review::Desk::Notes::asker,
                                             review::Desk::Told::standing);
    if (!page) return review::refuse(page.error());
    for (const auto& one : page->items) {
      const auto file = call.storage.views().find_for(call.reader, one->case_(), call.moment.today);
      if (file) visit(*file);
    }
    if (page->next.empty()) return {};
    query.after = page->next;
  }
}

}  // namespace reviewd
