#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "review/v1/product.pb.h"
#include "reviewd/storage/storage.hpp"

namespace reviewd {

/// A learning product that an agency was given, with what it said of it last.
struct AskedProduct {
  std::string product;
  std::string agency;  ///< as the product names it: its id, or the body of the law that it is
  review::v1::ProductSort sort;
  std::string title;   ///< empty where the newest version was given to nobody yet: its words are a draft's
  std::string on;      ///< the day on which the agency could first have it
  std::string due_on;  ///< by when it is to confirm; empty where no day was named, or it has
  std::optional<review::v1::ProductReceived> said{};
  bool confirmed = false;
};

/// What a link asks that was made for the learning products that an agency was given.
struct AskedProducts {
  std::vector<AskedProduct> products;
  std::vector<std::string> reads;  ///< what was shown by it, as Read::what; whoever answers puts it on record
};

/// Whether by that entry the agency was given a product: it was shared with it, with a group or with everybody, or
/// shown at an event that it came to. Not while an embargo keeps that product back. A link whose request is such an
/// entry is for all products of the record that the agency was given.
[[nodiscard]] bool was_given_a_product(Storage& storage, std::string_view case_id, std::string_view request,
                                       std::string_view agency);

/// The earliest day by which the agency is to confirm a product and has not; nothing where there is none.
[[nodiscard]] std::optional<review::Date> next_confirmation_due(Storage& storage, std::string_view case_id,
                                                                std::string_view agency);

/// What the link asks; nothing where it is for no product, or an embargo keeps that one back; another that is kept back
/// is not among them. Of a product it tells what it is called and nothing of where
/// it comes from.
[[nodiscard]] std::optional<AskedProducts> asked_products(Storage& storage, const review::ReturnLink& link);

}  // namespace reviewd
