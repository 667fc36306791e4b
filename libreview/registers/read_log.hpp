#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/calendar/instant.hpp"
#include "libreview/store/store.hpp"

namespace review {

/// Somebody saw something of a record.
struct Read {
  std::int64_t seq = 0;  ///< from 1, without gaps; given by the store
  std::string time;      ///< RFC 3339 UTC; given by the store
  std::string person;    ///< bare id
  std::string role;
  std::string record;  ///< for example `cases/26-0007`
  /// `case`, `entries`, `clocks`, `list`, `figures`, `document`, `export`, `search`, `preview` and so on;
  /// `embargo/embargo-1` for what that covers, with the name of a document behind it.
  std::string what;
  std::string why;  ///< the id of the broken glass, where the record was seen by that; empty otherwise
};

/// What of the reads is wanted: those of a record or of a person, newest first.
struct ReadsWanted {
  std::string record{};     ///< empty: of every record
  std::string person{};     ///< empty: of everybody
  std::string from{};       ///< an instant, RFC 3339 UTC; empty: from the first
  std::string until{};      ///< not including; empty: to the last
  std::int64_t before = 0;  ///< only those with a lower number; 0: all
  std::size_t limit = 50;
  std::string covered_by{};  ///< `embargo/embargo-1`: only of what this embargo covers; empty: of everything
};

/// One person and one thing that an embargo covers, however often they read it.
struct CoveredReader {
  std::string person;
  std::string what;  ///< as Read::what
  int times = 0;
  std::string first;  ///< RFC 3339 UTC
  std::string last;
  std::int64_t begun = 0;  ///< the number of the first time
};

/// Which readers of what an embargo covers are wanted: whoever began to read last comes first, so that nobody changes
/// places while pages are turned.
struct CoveredReadersWanted {
  std::string record;
  std::string covered_by;   ///< `embargo/embargo-1`
  std::int64_t before = 0;  ///< only those who began before this number; 0: all
  std::size_t limit = 50;
};

/// The record of who has seen what. It only grows. A row is on disk before what it tells of is shown.
class ReadLog {
 public:
  explicit ReadLog(Store& store) : store_(store) {}

  /// In the open transaction, or in one of its own: on disk with its commit. `store-full` and the like as
  /// Store::attempt; then nothing may be shown.
  Result<void> add(const std::vector<Read>& reads, Instant now);
  [[nodiscard]] std::vector<Read> find(const ReadsWanted& wanted);
  /// Costs as much as there are reads of what the embargo covers, however many there are of the record.
  [[nodiscard]] std::vector<CoveredReader> covered_readers(const CoveredReadersWanted& wanted);

 private:
  Store& store_;
};

}  // namespace review
