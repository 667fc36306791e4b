#include "libreview/record/bodies.hpp"

#include <algorithm>

namespace review {
namespace {

char as_capital(char c) { return c == '-' ? '_' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

}  // namespace

bool is_same_body(std::string_view left, std::string_view right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](char one, char other) { return as_capital(one) == as_capital(other); });
}

bool names_body(const google::protobuf::RepeatedPtrField<std::string>& bodies, std::string_view body) {
  return std::any_of(bodies.begin(), bodies.end(), [&](const std::string& one) { return is_same_body(one, body); });
}

bool is_national_body(std::string_view body) {
  return std::ranges::any_of(national_bodies, [&](std::string_view one) { return is_same_body(one, body); });
}

}  // namespace review
