#pragma once

#include <set>
#include <string>
#include <string_view>

#include "libreview/store/store.hpp"

namespace review {

/// Who made a link, and the embargoes of its case that they read through at that time.
struct ReadThrough {
  std::string person;  ///< bare id
  std::string role;    ///< that they had then
  std::set<std::string> embargoes;
};

/// The embargoes of its case that a link may show through, because whoever made it read through them at that time. An
/// embargo that was placed later is none of these. Whether the person still reads through them is asked anew each time.
class ReturnLinkEmbargoes {
 public:
  explicit ReturnLinkEmbargoes(Store& store) : store_(store) {}

  /// Once, with the link, in the open transaction; throws std::logic_error if none is.
  void keep(std::string_view link, const ReadThrough& read);
  /// Without a person where the link shows through none.
  [[nodiscard]] ReadThrough of(std::string_view link);

 private:
  Store& store_;
};

}  // namespace review
