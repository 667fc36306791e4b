#pragma once

#include "libreview/access/reader.hpp"
#include "libreview/base/result.hpp"
#include "libreview/calendar/date.hpp"
#include "review/v1/case_file.pb.h"
#include "review/v1/entries.pb.h"

namespace review {

/// Whether the reader, who sees the case, reads this entry of it: by the table of kinds, by whose it is, and unless the
/// person left the item of the meeting that it belongs to. Where it says no, the entry must be as if it were not there.
[[nodiscard]] bool reads_entry(const Reader& reader, const v1::CaseFile& file, const v1::Entry& entry, Date today);

/// Whether the role reads every entry of this sort in the cases that the reader sees, but those of a meeting's item
/// that the person left.
[[nodiscard]] bool reads_every(const Reader& reader, const v1::Entry& sort);

/// Whether the reader, who sees the case, may record this entry in it: `not-permitted` otherwise. `file` is empty for
/// an entry that opens a case. Whether it is a decision, and the role decides, is asked elsewhere.
[[nodiscard]] Result<void> records_entry(const Reader& reader, const v1::CaseFile& file, const v1::Entry& entry,
                                         Date today);

/// Whether the reader, who records this kind of entry, says this of it: who records updates of the own agency's actions
/// alone leaves it to the partnership which group watches over them, and how often it is told how they stand.
[[nodiscard]] bool records_field(const Reader& reader, const google::protobuf::FieldDescriptor& field);

/// Whether the role records entries of this kind at all, be it for the own agency only.
[[nodiscard]] bool records_kind(const Reader& reader, std::string_view kind);

}  // namespace review
