#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "review/v1/case_file.pb.h"

namespace review {

/// A case by its reference, as it stands; nothing where there is none.
using FindCase = std::function<std::optional<v1::CaseFile>(const std::string& case_id)>;

/// The other cases of the reviews of a case, each once: those that it leads, the one that leads it, and those that are
/// led beside it. What holds publication of one of them holds it for all.
[[nodiscard]] std::vector<v1::CaseFile> reviewed_with(const v1::CaseFile& file, const FindCase& find);

}  // namespace review
