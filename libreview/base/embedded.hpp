#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace review {

/// The bytes of a file that is compiled in, or nothing if there is none of that name. Names are paths below
/// `libreview/`, for example `law/england/clocks.toml`; `descriptors/review-v1.bin` is the vocabulary as a
/// `google.protobuf.FileDescriptorSet` with its comments. The bytes live as long as the program.
[[nodiscard]] std::optional<std::string_view> embedded(std::string_view name);

/// The names that begin with `prefix`, in byte order; all of them for an empty one.
[[nodiscard]] std::vector<std::string_view> embedded_names(std::string_view prefix);

}  // namespace review
