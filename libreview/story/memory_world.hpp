#pragma once

#include <map>

#include "libreview/calendar/instant.hpp"
#include "libreview/law/rule_book.hpp"
#include "libreview/record/occasion.hpp"
#include "libreview/record/reviewed_with.hpp"
#include "libreview/record/rounds_elsewhere.hpp"
#include "libreview/record/withdrawal_mirrors.hpp"
#include "libreview/story/world.hpp"
#include "review/v1/case_file.pb.h"

namespace review {

/// A world of nothing but the rules: entries in vectors, folded anew for every question.
class MemoryWorld final : public World {
 public:
  /// Both outlive the world.
  MemoryWorld(const RuleBook& law, const Calendar& calendar);

  void set_today(Date today) override { today_ = today; }
  [[nodiscard]] Result<Deed> record(std::string_view case_id, const v1::Entry& entry,
                                    const std::string& person) override;
  [[nodiscard]] Result<v1::Case> show(std::string_view case_id, std::optional<Date> as_at) override;
  [[nodiscard]] Result<std::vector<v1::Clock>> clocks(std::string_view case_id, std::optional<Date> as_at) override;
  [[nodiscard]] Result<std::vector<v1::Entry>> entries(std::string_view case_id, std::optional<Date> as_at) override;
  [[nodiscard]] Result<v1::Timetable> timetable(std::string_view case_id) override;
  [[nodiscard]] Result<std::map<std::string, std::string>> alerts(std::string_view case_id) override;

 private:
  using Record = std::vector<v1::Entry>;

  /// The entries of a case, up to a day where one is given; `not-found` where there were none.
  [[nodiscard]] Result<Record> standing(std::string_view case_id, std::optional<Date> as_at) const;
  [[nodiscard]] v1::CaseFile folded(std::string_view case_id) const;
  [[nodiscard]] Result<Occasion> occasion(const v1::CaseFile& file, const v1::Entry& entry,
                                          const std::string& person) const;
  [[nodiscard]] FindCase find() const;
  [[nodiscard]] ReadEntries read() const;
  [[nodiscard]] OpenRounds open_rounds() const;
  /// What follows in another case is recorded at the time of what it follows from.
  void append(const std::string& case_id, v1::Entry entry, const std::string& person, Instant time);

  const RuleBook& law_;
  const Calendar& calendar_;
  Date today_;
  int recorded_ = 0;
  std::map<std::string, Record, std::less<>> cases_;
};

}  // namespace review
