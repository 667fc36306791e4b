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

}  // namespace

review::Result<ReadsPage> reads_page(Call& call, review::ReadsWanted wanted) {
  const auto size = page_size(call);
  if (!size) return review::refuse(size.error());
  const auto before = number_before(call);
  if (!before) return review::refuse(before.error());
  wanted.before = *before;
  wanted.limit = static_cast<std::size_t>(*size) + 1;
  ReadsPage page{call.storage.read_log().find(wanted), {}};
  if (page.reads.size() < wanted.limit) return page;
  page.reads.pop_back();
  page.next = std::to_string(page.reads.back().seq);
  return page;
}

}  // namespace reviewd
