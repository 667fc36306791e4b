#include "libreview/registers/glass.hpp"

#include <algorithm>

#include "libreview/base/refuse_at.hpp"
#include "libreview/store/access_log.hpp"
#include "libreview/store/random_id.hpp"

namespace review {
namespace {

constexpr std::size_t least_words = 20;

constexpr const char* glass_columns =
    "glass, person, record, ground, words, begun, ends, coalesce(reviewed_by, ''), coalesce(reviewed, ''), "
    "coalesce(finding, '')";

BrokenGlass row_of(Prepared& rows) {
  return {rows.text(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4),
          rows.text(5), rows.text(6), rows.text(7), rows.text(8), rows.text(9)};
}

std::vector<BrokenGlass> all_of(Prepared rows) {
  std::vector<BrokenGlass> all;
  while (rows.step()) all.push_back(row_of(rows));
  return all;
}

/// Blanks are no reason.
std::size_t letters_in(const std::string& words) {
  return static_cast<std::size_t>(
      std::ranges::count_if(words, [](char one) { return static_cast<unsigned char>(one) > ' '; }));
}

}  // namespace

const std::vector<std::string>& glass_grounds() {
  static const std::vector<std::string> grounds = {"child-at-risk", "court-or-coroner", "cover-for-absence",
                                                   "information-rights"};
  return grounds;
}

Result<BrokenGlass> Glass::break_it(const std::string& person, const std::string& record, const std::string& ground,
                                    const std::string& words, Instant now) {
  if (std::ranges::find(glass_grounds(), ground) == glass_grounds().end())
    return refuse_at(Code::not_a_choice, "Choose one of the grounds on which a case may be opened.", "/ground");
  if (letters_in(words) < least_words)
    return refuse_at(Code::reasons_required, "Say why you need to see this case, in at least 20 characters.",
                     "/reasons");
  return store_.in_one_transaction([&]() -> Result<BrokenGlass> {
    const BrokenGlass made{random_id(random_, 12),    person, record, ground, words, rfc3339(now),
                           rfc3339(now + glass_life), {},     {},     {}};
    store_
        .prepare(
            "INSERT INTO broken_glass(glass, person, record, ground, words, begun, ends) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)")
        .with(made.glass, person, record, ground, words, made.begun, made.ends)
        .run();
    AccessLog(store_).add(now, person, "glass-broken", record, ground);
    return made;
  });
}

std::vector<BrokenGlass> Glass::live(std::string_view person, Instant now) {
  return store_.reading([&] {
    auto rows =
        store_.prepare(std::string("SELECT ") + glass_columns + " FROM broken_glass WHERE person = ? AND ends > ?");
    rows.give(std::string(person), rfc3339(now));
    return all_of(std::move(rows));
  });
}

std::vector<BrokenGlass> Glass::list(bool waiting_only, std::size_t limit) {
  return store_.reading([&] {
    auto rows =
        store_.prepare(std::string("SELECT ") + glass_columns + " FROM broken_glass WHERE ? = 0 OR reviewed IS NULL " +
                       "ORDER BY begun DESC, glass LIMIT ?");
    rows.give(waiting_only ? 1 : 0, static_cast<std::int64_t>(limit));
    return all_of(std::move(rows));
  });
}

std::optional<BrokenGlass> Glass::find(const std::string& glass) {
  auto row = store_.prepare(std::string("SELECT ") + glass_columns + " FROM broken_glass WHERE glass = ?");
  if (!row.with(glass).step()) return std::nullopt;
  return row_of(row);
}

Result<BrokenGlass> Glass::look_at(const std::string& glass, const std::string& by, const std::string& finding,
                                   Instant now) {
  if (finding.empty()) return refuse_at(Code::reasons_required, "Say what you found.", "/finding");
  return store_.in_one_transaction([&]() -> Result<BrokenGlass> {
    auto found = find(glass);
    if (!found) return refuse(Code::not_found, "Nobody opened a case under this name.");
    if (found->person == by) {
      return refuse(Code::second_person_required, "You opened this case yourself. Another person must look at it.");
    }
    if (!found->reviewed.empty()) return refuse(Code::already_recorded, "Somebody looked at this already.");
    found->reviewed_by = by;
    found->reviewed = rfc3339(now);
    found->finding = finding;
    store_.prepare("UPDATE broken_glass SET reviewed_by = ?, reviewed = ?, finding = ? WHERE glass = ?")
        .with(by, found->reviewed, finding, glass)
        .run();
    AccessLog(store_).add(now, by, "glass-looked-at", glass, "");
    return *found;
  });
}

}  // namespace review
