#pragma once

#include <string>
#include <vector>

#include "libreview/figures/figure_table.hpp"
#include "libreview/figures/period.hpp"
#include "libreview/figures/suppress.hpp"
#include "reviewd/api/call.hpp"
#include "reviewd/api/pack_stamp.hpp"

namespace reviewd {

/// The yearly report as it is asked for.
struct ShownPack {
  review::Period period;
  review::Date as_at;
  bool published = false;  ///< as it may be published: nothing that is left out is in it
  int below = 0;           ///< what is less is small
  bool practice = false;
  bool of_every_case = false;  ///< see `sees_every_case`
  PackStamp stamp{};
  std::vector<review::FigureTable> tables{};
  review::HiddenFigures hidden{};

  /// Null where there is none of this id.
  [[nodiscard]] const review::FigureTable* table(std::string_view id) const;
  [[nodiscard]] review::Hidden why_hidden(const review::FigureTable& table, review::FigurePlace place) const;
  /// `12`; `c` where the figure is left out.
  [[nodiscard]] std::string figure_words(const review::FigureTable& table, review::FigurePlace place) const;
};

/// What a figure is shown as that is left out.
inline constexpr std::string_view left_out = "c";

/// Whether the reader's role and token see every case that is not sealed and from which no conflict keeps them. Whether
/// there is one that they do not see is not told.
[[nodiscard]] bool sees_every_case(const review::Reader& reader);

/// What is asked of a pack.
struct PackAsked {
  ShownPack pack;                       ///< without its tables
  std::vector<review::Date> besides{};  ///< as at these days packs were published before, oldest first
};

/// By `from` and `to` (the last year that is over, if absent), `asAt` (today), `published`, and `besides`: the days as
/// at which packs of the same period were published before, with commas between them. Refuses a role that does not read
/// of incidents, and to make a pack for everybody for who sees their own cases only.
[[nodiscard]] review::Result<PackAsked> pack_asked(const Call& call);

}  // namespace reviewd
