#pragma once

#include <string>
#include <string_view>

#include "review/v1/case_file.pb.h"
#include "review/v1/entries.pb.h"

namespace review {

/// Whether somebody else proposed to lift the embargo: neither recorded by `who`, nor the decision of one of those who
/// decide now.
[[nodiscard]] bool proposed_by_another(const v1::EmbargoFile& embargo, const std::string& who,
                                       const v1::Entry& lifting);

/// Whether every proposal to lift the embargo in `after` was there before, of the same person and decided by the same.
[[nodiscard]] bool gains_no_proposal(const v1::EmbargoFile& before, const v1::CaseFile& after);

/// The proceedings are open again: who agreed to lift an embargo that hangs on them, or on none by name, agreed to it
/// of other facts, and has to agree again. The history of the embargo says so.
void withdraw_proposals(v1::CaseFile& file, std::string_view reopened, const v1::Entry& entry);

/// A turn in the history of the embargo, with the day that it is to be looked at by from then on.
void add_turn(v1::EmbargoFile& embargo, const v1::Entry& entry, std::string_view kind);

}  // namespace review
