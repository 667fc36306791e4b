#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/access/disclose.hpp"
#include "libreview/desk/recording.hpp"
#include "libreview/journal/journal.hpp"
#include "libreview/journal/random.hpp"
#include "libreview/views/views.hpp"

namespace review {

/// A page of a list.
template <class Item>
struct Page {
  std::vector<Item> items;
  std::vector<std::string> next;  ///< the key to go on after; empty at the end
};

/// Takes entries in and gives answers out: permission, rules, journal and views, in that order, and `disclose` last.
/// It is plain code on the one storage thread. Writing happens between `Journal::begin` and `commit`, which whoever
/// owns the thread calls, so that several entries may share one commit.
class Desk {
 public:
  struct Parts {
    Journal& journal;
    Views& views;
    const RuleBook& law;
    const Calendar& calendar;
    Random& random;
    bool practice;
    std::string fingerprint;  ///< of the law and the holidays that the views are made under
  };
  explicit Desk(Parts parts) : parts_(std::move(parts)) {}

  /// Records an entry, and what follows from it in joined cases. Inside a transaction.
  [[nodiscard]] Result<Recorded> record(const Recording& recording);
  /// Runs every check and says what would change. Stores nothing.
  [[nodiscard]] Result<Preview> preview(const Recording& recording);

  /// A case, now or as it stood at the end of an earlier London day.
  [[nodiscard]] Result<v1::Case> show(std::string_view case_id, const Reader& reader, const Moment& moment,
                                      std::optional<Date> as_at = {});
  /// A case as it was at an earlier version, read today.
  [[nodiscard]] Result<v1::Case> show_version(std::string_view case_id, int version, const Reader& reader,
                                              const Moment& moment);
  [[nodiscard]] Result<std::vector<v1::Entry>> entries(std::string_view case_id, const Reader& reader,
                                                       const Moment& moment, std::optional<Date> as_at = {});
  [[nodiscard]] Result<v1::Entry> entry(std::string_view case_id, std::string_view entry_id, const Reader& reader,
                                        const Moment& moment, std::optional<Date> as_at = {});
  [[nodiscard]] Result<std::vector<v1::Clock>> clocks(std::string_view case_id, const Reader& reader,
                                                      const Moment& moment, std::optional<Date> as_at = {});
  [[nodiscard]] Result<v1::Clock> clock(std::string_view case_id, std::string_view clock_id, const Reader& reader,
                                        const Moment& moment, std::optional<Date> as_at = {});
  [[nodiscard]] Result<v1::Timetable> timetable(std::string_view case_id, const Reader& reader, const Moment& moment);
  /// The version of a case; 0 where there is none.
  [[nodiscard]] int version(std::string_view case_id);

  [[nodiscard]] Result<Page<v1::Case>> list_cases(ListQuery query, const Reader& reader, const Moment& moment);
  /// Clocks across cases, without their working.
  [[nodiscard]] Result<Page<v1::Clock>> list_clocks(ListQuery query, const Reader& reader, const Moment& moment);

  /// Makes the views again from the journal, if they are not of this program and law, or in any case.
  [[nodiscard]] Result<void> rebuild_views(bool always);

  /// One entry of another store. Inside a transaction. The record keeps when and by whom it was recorded there, and the
  /// rules ask as they did then. Cases come whole: `arriving` are those that began in this import, and grows; a case that
  /// the store had before takes no entry this way.
  [[nodiscard]] Result<Recorded> import(const v1::Entry& entry, const Reader& reader, const Moment& moment,
                                        std::set<std::string>& arriving);

  [[nodiscard]] const RuleBook& law() const { return parts_.law; }
  [[nodiscard]] const Calendar& calendar() const { return parts_.calendar; }
  [[nodiscard]] bool practice() const { return parts_.practice; }

  /// The entries of a case as recorded, hidden ones included: for what does not leave the service.
  [[nodiscard]] std::vector<v1::Entry> read_entries(std::string_view case_id);

 private:
  struct Weighed;
  struct Standing;
  [[nodiscard]] Result<Weighed> weigh(const Recording& recording);
  [[nodiscard]] Result<v1::Entry> weigh_imported(const v1::CaseFile& file, const v1::Entry& entry,
                                                 const Moment& moment);
  [[nodiscard]] Result<std::vector<v1::CaseFile>> others_concerned(const v1::CaseFile& file, const v1::Entry& entry);
  [[nodiscard]] Result<std::optional<Recorded>> replay(const Recording& recording);
  [[nodiscard]] Result<Recorded> store(v1::CaseFile file, v1::Entry entry, const Recording& recording,
                                       const std::vector<v1::CaseFile>& joined);
  [[nodiscard]] Result<v1::Entry> append(const v1::CaseFile& file, v1::Entry entry, const Moment& moment,
                                         const std::string& person);
  [[nodiscard]] Result<void> keep(const v1::CaseFile& file);
  [[nodiscard]] v1::CaseFile after(const v1::CaseFile& before, const v1::Entry& entry);
  [[nodiscard]] Result<Standing> standing(std::string_view case_id, const Reader& reader, const Moment& moment,
                                          std::optional<Date> as_at);
  [[nodiscard]] Result<v1::Case> disclose_case(const v1::CaseFile& file, const std::vector<v1::Entry>& entries,
                                               const Reader& reader, const Moment& moment);
  [[nodiscard]] std::vector<v1::Clock> readings_with_reasons(const v1::CaseFile& file,
                                                             const std::vector<v1::Entry>& entries, Date today);
  [[nodiscard]] std::vector<v1::CaseFile> joined_cases(const v1::CaseFile& file);

  Parts parts_;
};

}  // namespace review
