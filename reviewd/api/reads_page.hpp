#pragma once

#include <string>
#include <vector>

#include "libreview/base/result.hpp"
#include "libreview/registers/read_log.hpp"
#include "reviewd/api/call.hpp"

namespace reviewd {

/// A page of the record of who has seen what.
struct ReadsPage {
  std::vector<review::Read> reads;  ///< newest first
  std::string next;                 ///< `nextPageToken`
};

/// What is wanted of the record, from where `pageToken` says and as much as `pageSize` says; `malformed` for a token
/// that is of no such list.
[[nodiscard]] review::Result<ReadsPage> reads_page(Call& call, review::ReadsWanted wanted);

/// A page of those who have read what an embargo covers.
struct CoveredReadersPage {
  std::vector<review::CoveredReader> readers;  ///< whoever began to read last comes first
  std::string next;                            ///< `nextPageToken`
};

/// The same of readers.
[[nodiscard]] review::Result<CoveredReadersPage> covered_readers_page(Call& call, review::CoveredReadersWanted wanted);

}  // namespace reviewd
