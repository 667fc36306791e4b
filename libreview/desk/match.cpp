#include "libreview/desk/match.hpp"

#include <fmt/format.h>

#include <charconv>

namespace review {

Match parse_match(const std::optional<std::string>& if_match) {
  if (!if_match) return {};
  const std::string& text = *if_match;
  if (text == "*") return {Match::Kind::any};
  if (text.size() < 3 || text.front() != '"' || text.back() != '"') return {Match::Kind::other};
  Match match{Match::Kind::version};
  const char* end = text.data() + text.size() - 1;
  const auto [rest, error] = std::from_chars(text.data() + 1, end, match.version);
  if (error != std::errc() || rest != end) return {Match::Kind::other};
  return match;
}

Result<void> check_match(const Match& match, bool needed, int version) {
  const bool given = match.kind == Match::Kind::version || match.kind == Match::Kind::other;
  if (needed && !given) {
    return refuse(
        Code::precondition_missing,
        fmt::format("Say which version this was decided on, with If-Match. It is at version {} now.", version));
  }
  if (given && (match.kind == Match::Kind::other || match.version != version)) {
    return refuse(Code::stale,
                  fmt::format("This has changed. It is at version {} now. Read it again, then decide.", version));
  }
  return {};
}

}  // namespace review
