#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/base/result.hpp"
#include "libreview/store/store.hpp"
#include "libreview/views/conditions.hpp"
#include "review/v1/case_file.pb.h"
#include "review/v1/entries.pb.h"

namespace review {

/// A place where words stand: a case, or one of its entries.
struct Place {
  std::int64_t id = 0;
  std::string record;
  std::string entry;  ///< empty for the case itself
};

/// A piece of a text around what was found.
struct Excerpt {
  std::string text;
  bool match = false;
};

/// The index that is searched: SQLite's FTS5, kept in the transaction of the entry like the other views, and made again
/// with them. It holds the words of entries, so it holds personal data: whoever asks it must look at each place with
/// the reader's eyes before showing, or even counting it.
class Words {
 public:
  explicit Words(Store& store) : store_(store) {}

  /// Drops and creates the tables, empty. Inside `Store::attempt`, in a transaction.
  void reset();
  /// Keeps a case and the entry just added to it, which corrects nothing. Inside a transaction.
  [[nodiscard]] Result<void> add(const v1::CaseFile& file, const v1::Entry& entry);
  /// Keeps a case and the words of its entries that count; what was there before is forgotten. Inside a transaction.
  [[nodiscard]] Result<void> put(const v1::CaseFile& file, const std::vector<v1::Entry>& entries);
  /// Rewrites the index so that nothing of what was forgotten is left in it. The words leave the file with the next
  /// `Journal::scrub`. Inside a transaction.
  [[nodiscard]] Result<void> tidy();

  /// Walks the places where `match` (see `match_words`) is found, best first: cases before entries, then by how rare
  /// the words are and how short the text; the newer of two equals. Only those that `seen` lets through, which is asked
  /// of the record of a place `p`. Ends when `visit` says no more.
  void each(const std::string& match, const Condition& seen, const std::function<bool(const Place&)>& visit);
  /// The words around what was found at each place, in pieces.
  [[nodiscard]] std::vector<std::vector<Excerpt>> excerpts(const std::string& match,
                                                           const std::vector<std::int64_t>& places);

  /// Everything kept, for the test that a rebuilt index equals the kept one.
  [[nodiscard]] std::string dump();

 private:
  void insert(const std::string& record, const std::string& entry, const std::string& words);
  void remove(const std::string& record);
  void keep_case(const v1::CaseFile& file, const std::string& record);

  Store& store_;
};

}  // namespace review
