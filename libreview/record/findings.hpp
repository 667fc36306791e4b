#pragma once

#include <string>
#include <vector>

#include "libreview/base/refusal.hpp"

namespace review {

/// What the rules find against an entry. Each rule adds what it finds; the order of the refusal table decides which
/// one is told.
class Findings {
 public:
  /// `pointer` names the field at fault, where a field is; RFC 6901, from the root of the entry.
  void add(Code code, std::string says, std::vector<std::string> cites = {}, std::string pointer = {});
  void add(Refusal refusal);
  [[nodiscard]] bool has(Code code) const;
  [[nodiscard]] bool empty() const { return found_.empty(); }
  /// In the order of the refusal table; of several with one code the first comes first.
  [[nodiscard]] std::vector<Refusal> in_order() const;

 private:
  std::vector<Refusal> found_;
};

}  // namespace review
