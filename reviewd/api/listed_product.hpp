#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <vector>

#include "libreview/base/result.hpp"
#include "libreview/record/product_reach.hpp"
#include "libreview/views/product_rows.hpp"
#include "review/v1/product.pb.h"
#include "reviewd/api/call.hpp"
#include "reviewd/api/words_at_hand.hpp"

namespace reviewd {

/// What stands under one heading, with the heading as it reads.
struct ListedSection {
  std::string section;
  std::string title;
  std::string text;
};

/// What one agency was given of a product, and what it says of it.
struct ProductAtAgency {
  std::string agency;
  std::string shared_on{};  ///< when it first got it; empty where it came to an event, or says so itself
  int attended = 0;         ///< how many of it came to events
  review::v1::ProductReception reception{};
  std::string changes{};  ///< what they will change

  [[nodiscard]] bool confirmed() const { return review::confirms(reception); }
};

/// A learning product as the reader may see it.
struct ListedProduct {
  std::string case_id;  ///< a case or a programme
  review::v1::Product product;
  std::string title{};
  std::string address{};
  std::vector<ListedSection> sections{};
  std::vector<ProductAtAgency> agencies{};
};

/// A page of products over all records.
struct ProductPage {
  std::vector<ListedProduct> rows{};
  std::vector<std::string> next{};  ///< the key to go on after; empty at the end
};

/// Products of all cases and programmes that the reader sees, newest draft first. What is shown is put on record as
/// read. Refuses who does not read of incidents, and to narrow by what there is not.
[[nodiscard]] review::Result<ProductPage> read_products(Call& call, review::ProductsWanted wanted, std::size_t most);

/// One product of the record that the path names; `not-found` as for one that there is not.
[[nodiscard]] review::Result<ListedProduct> read_product(Call& call, const std::string& product);

[[nodiscard]] boost::json::object product_json(const ListedProduct& listed);

}  // namespace reviewd
