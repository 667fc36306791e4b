#pragma once

#include <set>
#include <string>
#include <string_view>

#include "libreview/store/store.hpp"

namespace review {

/// The embargoes of its case that a link shows through, because whoever made it read through them at that time. An
/// embargo that was placed later is none of these.
class ReturnLinkEmbargoes {
 public:
  explicit ReturnLinkEmbargoes(Store& store) : store_(store) {}

  /// Once, with the link, in the open transaction; throws std::logic_error if none is.
  void keep(std::string_view link, const std::set<std::string>& embargoes);
  [[nodiscard]] std::set<std::string> of(std::string_view link);

 private:
  Store& store_;
};

}  // namespace review
