#pragma once

#include <string>
#include <string_view>

namespace reviewd {

/// The text as a QR code: an SVG in black on white, with the quiet border that readers want, and no style or script in
/// it. Throws std::runtime_error for a text that no QR code holds.
[[nodiscard]] std::string qr_code(std::string_view text);

}  // namespace reviewd
