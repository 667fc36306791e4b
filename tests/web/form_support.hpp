#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <vector>

#include "libreview/vocabulary/kinds.hpp"
#include "reviewd/http/request.hpp"
#include "reviewd/web/form/form_rows.hpp"

namespace reviewd::form_test {

/// The form as a page shows it, without its layout.
struct Shown {
  FormRows made;
  std::string html;
};
[[nodiscard]] Shown shown(const review::Kind& kind, const Typed& typed, const Offers& offers = {},
                          const std::vector<FormError>& errors = {}, const std::vector<std::string>& set_aside = {});

/// What a browser would send of a page with one form: its inputs in order, without the buttons.
[[nodiscard]] NameValues sent_by(const std::string& html);

/// What the form sends, as the page reads it.
[[nodiscard]] Typed sent_again(const review::Kind& kind, const Typed& typed, const Offers& offers = {});

/// The stored entry of a kind, as a request would bring it.
[[nodiscard]] boost::json::object golden_entry(const review::Kind& kind);

}  // namespace reviewd::form_test
