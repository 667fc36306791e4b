#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "reviewd/http/fault.hpp"

namespace reviewd {

/// Takes a body off the wire. Beast decodes the chunks and reads the header a second time, so that a request passes
/// two parsers; the framing that it is given has been checked by the guard.
class BodyReader {
 public:
  /// `section` is the header section that the guard took; over `limit` bytes of content the request is refused.
  BodyReader(std::string_view section, std::int64_t limit);
  ~BodyReader();
  BodyReader(BodyReader&&) noexcept;
  BodyReader& operator=(BodyReader&&) noexcept;

  /// Takes what it can from the front of `bytes` and says how much that was. What it left must be offered again, with
  /// more behind it; what follows the end of the body belongs to the next request.
  std::size_t put(std::string_view bytes);

  [[nodiscard]] bool done() const;
  [[nodiscard]] const std::optional<Refused>& refused() const { return refused_; }
  [[nodiscard]] std::string take_body();

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
  std::size_t fields_ = 0;
  std::optional<Refused> refused_;
};

}  // namespace reviewd
