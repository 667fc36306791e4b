#include "libreview/past/odd_authorities.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>

#include "libreview/past/plain_words.hpp"
#include "libreview/vocabulary/reference_of_name.hpp"

namespace review {
namespace {

constexpr std::string_view authority_field = "local-authority";

struct NamedRows {
  std::string written;  ///< as the first row writes it
  int rows = 0;
};

using Authorities = std::map<std::string, NamedRows>;

/// The authorities of the rows, by their reference here: `Norvale` and `NORVALE` are one.
Authorities authorities_of(const std::vector<PastRow>& rows) {
  Authorities all;
  for (const auto& row : rows) {
    const auto written = row.text(authority_field);
    const auto name = reference_of_name(written);
    if (name.empty()) continue;
    auto& one = all[name];
    if (one.rows++ == 0) one.written = written;
  }
  return all;
}

}  // namespace

void warn_of_odd_authorities(std::vector<PastRow>& rows) {
  const auto all = authorities_of(rows);
  const auto most = std::ranges::max_element(all, {}, [](const auto& one) { return one.second.rows; });
  if (most == all.end() || most->second.rows < 2) return;
  for (auto& row : rows) {
    const auto found = all.find(reference_of_name(row.text(authority_field)));
    if (found == all.end() || found->second.rows > 1) continue;
    row.warn(authority_field,
             fmt::format("No other row has the local authority \"{}\"; most have \"{}\". If it is the same one, write "
                         "it as they do. If the case is of another area, leave it.",
                         beginning_of(found->second.written), beginning_of(most->second.written)));
  }
}

}  // namespace review
