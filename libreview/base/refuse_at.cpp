#include "libreview/base/refuse_at.hpp"

namespace review {

std::string pointer_to(std::string_view field, std::string_view within) {
  std::string pointer(within);
  pointer += '/';
  for (const char c : field) {
    if (c == '~') {
      pointer += "~0";
    } else if (c == '/') {
      pointer += "~1";
    } else {
      pointer += c;
    }
  }
  return pointer;
}

Refusal refusal_at(Code code, std::string says, std::string pointer) {
  Refusal refusal{code, std::move(says)};
  refusal.violations.push_back(Violation{std::move(pointer), refusal.says});
  return refusal;
}

tl::unexpected<Refusal> refuse_at(Code code, std::string says, std::string pointer) {
  return refuse(refusal_at(code, std::move(says), std::move(pointer)));
}

tl::unexpected<Refusal> refuse_at(Refusal refusal, std::string pointer) {
  refusal.violations.push_back(Violation{std::move(pointer), refusal.says});
  return refuse(std::move(refusal));
}

}  // namespace review
