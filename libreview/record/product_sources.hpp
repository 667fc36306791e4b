#pragma once

#include <string>
#include <vector>

#include "review/v1/case_file.pb.h"
#include "review/v1/entries.pb.h"

namespace review {

/// The other cases and programmes that an entry about a learning product concerns: what it draws on itself, and what
/// the product drew on before. Whoever drafts, checks or shares it sees them all. Empty for every other entry.
[[nodiscard]] std::vector<std::string> sources_concerned(const v1::CaseFile& file, const v1::Entry& entry);

/// The other cases and programmes that the products of a record draw on, each once.
[[nodiscard]] std::vector<std::string> product_sources(const v1::CaseFile& file);

/// Whether an entry, or what a correction says instead, may name programmes where others name cases alone.
[[nodiscard]] bool may_name_programmes(const v1::Entry& entry);

}  // namespace review
