#pragma once

#include "libreview/base/result.hpp"
#include "libreview/desk/recording.hpp"
#include "reviewd/api/call.hpp"
#include "reviewd/api/rehearsal_json.hpp"

namespace reviewd {

/// What a stranger would see of the newest draft of a learning product.
struct CheckedProduct {
  Rehearsed found{};
  bool whole = true;  ///< everything that it draws on was open to who asks

  /// How many places tell who somebody is.
  [[nodiscard]] int certain() const;
  /// How many places may tell it, and may be something else.
  [[nodiscard]] int to_look_at() const;
  /// `Title, What happened`: where the first of these stand.
  [[nodiscard]] std::string places() const;
};

/// Looks through the product for names, days of birth, addresses, schools and NHS numbers of its record and of all that
/// it draws on, as far as the reader may read those: nobody finds out by trying what is kept from them.
[[nodiscard]] review::Result<CheckedProduct> check_product(Call& call, const std::string& product);

/// That a product was checked is recorded only of one that names nobody: asked of who may record it. Refused where
/// something that it draws on is kept from the recorder (`not-permitted`), where the text names somebody
/// (`not-in-this-stage`), and where fewer places are said to be left than there are (`not-a-choice`).
[[nodiscard]] review::Result<void> product_names_nobody(Call& call, const review::Recording& recording);

}  // namespace reviewd
