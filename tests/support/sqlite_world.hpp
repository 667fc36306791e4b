#pragma once

#include <memory>

#include "libreview/desk/desk.hpp"
#include "libreview/journal/sqlite_journal.hpp"
#include "libreview/store/store.hpp"
#include "libreview/store/system_random.hpp"
#include "libreview/story/world.hpp"
#include "tests/support/temporary_folder.hpp"

namespace review::test {

/// The world of a store on disk: every entry goes over the desk, each in a commit of its own. `look_back` closes the
/// store, opens it again and holds what it keeps against what its log says.
class SqliteWorld final : public World {
 public:
  /// Both outlive the world.
  SqliteWorld(const RuleBook& law, const Calendar& calendar);
  ~SqliteWorld() override;

  void set_today(Date today) override;
  [[nodiscard]] Result<Deed> record(std::string_view case_id, const v1::Entry& entry,
                                    const std::string& person) override;
  [[nodiscard]] Result<v1::Case> show(std::string_view case_id, std::optional<Date> as_at) override;
  [[nodiscard]] Result<std::vector<v1::Clock>> clocks(std::string_view case_id, std::optional<Date> as_at) override;
  [[nodiscard]] Result<std::vector<v1::Entry>> entries(std::string_view case_id, std::optional<Date> as_at) override;
  [[nodiscard]] Result<v1::Timetable> timetable(std::string_view case_id) override;
  [[nodiscard]] Result<std::map<std::string, std::string>> alerts(std::string_view case_id) override;
  [[nodiscard]] std::vector<std::string> look_back() override;

 private:
  struct Opened;

  void open();
  [[nodiscard]] Moment moment() const;
  void look_at_cases(std::vector<std::string>& wrong);
  void look_at_views(std::vector<std::string>& wrong);

  const RuleBook& law_;
  const Calendar& calendar_;
  Date today_;
  int recorded_ = 0;
  TemporaryFolder folder_;
  SystemRandom random_;
  std::unique_ptr<Opened> opened_;
};

}  // namespace review::test
