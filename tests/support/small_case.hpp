#pragma once

#include <google/protobuf/message.h>

#include <string>
#include <string_view>
#include <vector>

#include "libreview/base/result.hpp"
#include "libreview/calendar/calendar.hpp"
#include "libreview/law/rule_book.hpp"
#include "libreview/record/occasion.hpp"
#include "review/v1/case_file.pb.h"
#include "review/v1/entries.pb.h"

namespace review::test {

/// The law of England and its bank holidays, read once.
[[nodiscard]] const RuleBook& law();
[[nodiscard]] const Calendar& calendar();

[[nodiscard]] Date day(std::string_view iso);
/// The entry that a request carries, with single quotes for double ones; throws where it is refused.
[[nodiscard]] v1::Entry entry(std::string json);
/// Whether two messages say the same; the difference in words, empty where there is none.
[[nodiscard]] std::string difference(const google::protobuf::Message& left, const google::protobuf::Message& right);

/// An incident that is notifiable, known on Mon 2 March 2026.
inline constexpr const char* incident =
    "{'occurredOn':'2026-03-02','incidentLogged':{'localAuthorityAwareOn':'2026-03-02','harm':'DEATH',"
    "'abuseOrNeglect':'SUSPECTED','children':[{'ageYears':3}]}}";
/// The answers that a decision on the outcome needs.
inline constexpr const char* review_criteria =
    "[{'criterion':'improvements-needed','met':'YES'},{'criterion':'recurrent-themes','met':'NO'},"
    "{'criterion':'agencies-working-together','met':'YES'},{'criterion':'panel-suggests-review','met':'NO'}]";

/// A case in memory: what is recorded is admitted and laid on, as the desk does it, without a store.
class SmallCase {
 public:
  explicit SmallCase(std::string_view today = "2026-03-02", const RuleBook& rules = law());

  /// The day of everything that follows.
  SmallCase& on(std::string_view iso);
  /// Who records what follows.
  SmallCase& as(std::string_view person);

  [[nodiscard]] Occasion occasion() const;
  /// Admits the entry, or the correction, and keeps it.
  Result<v1::Entry> record(const v1::Entry& given);
  /// Records what must be admitted; throws with the refusal's words where it is not. Gives the entry's id.
  std::string must(std::string json);
  /// The codes of what the rules find against an entry, in their order.
  [[nodiscard]] std::vector<std::string> objected(std::string json) const;
  /// The code of the refusal of an entry that must be refused.
  [[nodiscard]] std::string refused(std::string json);

  /// A case that was notified, decided as `outcome`, signed, sent on 20 March 2026 and agreed to by the Panel.
  SmallCase& reviewed(std::string_view outcome);
  /// The same with a review that is commissioned and whose report is accepted.
  SmallCase& accepted();

  [[nodiscard]] const v1::CaseFile& file() const { return file_; }
  [[nodiscard]] const std::vector<v1::Entry>& entries() const { return entries_; }
  [[nodiscard]] Date today() const { return today_; }

 private:
  const RuleBook& law_;
  Date today_;
  std::string who_ = "ann";
  v1::CaseFile file_;
  std::vector<v1::Entry> entries_;
};

}  // namespace review::test
