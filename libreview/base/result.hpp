#pragma once

#include <tl/expected.hpp>

#include "libreview/base/refusal.hpp"

namespace review {

/// A value, or why there is none. A struct, because an alias cannot carry the attribute.
template <class T>
struct [[nodiscard]] Result : tl::expected<T, Refusal> {
  using tl::expected<T, Refusal>::expected;
};

/// `return refuse(Code::stale, "…");` from any function that gives a Result.
[[nodiscard]] inline tl::unexpected<Refusal> refuse(Code code, std::string says, std::vector<std::string> cites = {}) {
  return tl::unexpected<Refusal>(Refusal{code, std::move(says), std::move(cites)});
}
[[nodiscard]] inline tl::unexpected<Refusal> refuse(Refusal refusal) {
  return tl::unexpected<Refusal>(std::move(refusal));
}

}  // namespace review
