#include "reviewd/api/reads_page.hpp"

#include <charconv>

#include "libreview/base/refuse_at.hpp"
#include "reviewd/api/listing.hpp"

namespace reviewd {
namespace {

/// The number of the last read of the page before; 0 at the beginning.
review::Result<std::int64_t> number_before(const Call& call) {
  const auto token = call.request.parameter("pageToken").value_or("");
  if (token.empty()) return std::int64_t{0};
  std::int64_t number = 0;
  const auto* const end = token.data() + token.size();
  const auto [at, error] = std::from_chars(token.data(), end, number);
  if (error == std::errc() && at == end && number > 0) return number;
  return review::refuse_at(review::Code::malformed, "This pageToken is not of this list.", "/pageToken");
}

/// Sets from where and how much is wanted: one more than the page holds.
template <class Wanted>
review::Result<void> narrow_to_page(const Call& call, Wanted& wanted) {
  const auto size = page_size(call);
  if (!size) return review::refuse(size.error());
  const auto before = number_before(call);
  if (!before) return review::refuse(before.error());
  wanted.before = *before;
  wanted.limit = static_cast<std::size_t>(*size) + 1;
  return {};
}

/// Leaves out the one that is too many, where there is one, and gives the token of the page that it is on.
template <class Row>
std::string cut_at(std::vector<Row>& rows, std::size_t limit, std::int64_t Row::*number) {
  if (rows.size() < limit) return {};
  rows.pop_back();
  return std::to_string(rows.back().*number);
}

}  // namespace

review::Result<ReadsPage> reads_page(Call& call, review::ReadsWanted wanted) {
  if (const auto narrowed = narrow_to_page(call, wanted); !narrowed) return review::refuse(narrowed.error());
  ReadsPage page{call.storage.read_log().find(wanted), {}};
  page.next = cut_at(page.reads, wanted.limit, &review::Read::seq);
  return page;
}

review::Result<CoveredReadersPage> covered_readers_page(Call& call, review::CoveredReadersWanted wanted) {
  if (const auto narrowed = narrow_to_page(call, wanted); !narrowed) return review::refuse(narrowed.error());
  CoveredReadersPage page{call.storage.read_log().covered_readers(wanted), {}};
  page.next = cut_at(page.readers, wanted.limit, &review::CoveredReader::begun);
  return page;
}

}  // namespace reviewd
