#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "libreview/desk/desk.hpp"

namespace review {

/// The entries of cases as one reader may see them, each case read once for an answer. Nothing is noted as read: that
/// is on whoever shows any of it. The desk and the views outlive it.
class ReadCases {
 public:
  ReadCases(Desk& desk, Views& views, Reader reader, Moment moment)
      : desk_(desk), views_(views), reader_(std::move(reader)), moment_(moment) {}

  /// The entries that count, corrections in their place, with the words that the reader may read; none of a case that
  /// the reader does not see.
  [[nodiscard]] const std::vector<v1::Entry>& counted(const std::string& case_id);
  /// The case as it stands; null where the reader does not see it. It lives as long as this.
  [[nodiscard]] const v1::CaseFile* file(const std::string& case_id);
  /// How many cases were read so far, which is what takes long.
  [[nodiscard]] std::size_t count_read() const { return counted_.size(); }
  [[nodiscard]] bool sees(const std::string& case_id) { return desk_.sees(case_id, reader_, moment_); }
  /// Whether entries of this sort count for the reader in a case that the views gave as seen: for counting, which reads
  /// no record. Where the role reads all of the sort, the case is not looked at either.
  [[nodiscard]] bool counts(const std::string& case_id, const v1::Entry& sort);
  /// The entry is shown to the reader: notes that, and what of it an embargo covers.
  void note(const std::string& case_id, const v1::Entry& shown);

  [[nodiscard]] Views& views() { return views_; }
  [[nodiscard]] const Reader& reader() const { return reader_; }
  [[nodiscard]] Date today() const { return moment_.today; }

 private:
  Desk& desk_;
  Views& views_;
  Reader reader_;
  Moment moment_;
  std::map<std::string, std::vector<v1::Entry>> counted_{};
  std::map<std::string, std::optional<v1::CaseFile>> files_{};
};

/// The entry of that name; null where it is not among them.
[[nodiscard]] const v1::Entry* entry_called(const std::vector<v1::Entry>& entries, std::string_view name);

}  // namespace review
