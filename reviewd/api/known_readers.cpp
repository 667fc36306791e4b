#include "reviewd/api/known_readers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "libreview/base/refuse_at.hpp"
#include "libreview/record/case_file.hpp"
#include "libreview/registers/people.hpp"
#include "libreview/vocabulary/names.hpp"

namespace reviewd {
namespace {

namespace v1 = review::v1;

/// Who is named, where, and of which embargo.
struct Named {
  google::protobuf::RepeatedPtrField<std::string> readers{};
  std::string pointer{};
  std::string embargo{};
};

Named named_in(const v1::Entry& entry) {
  const bool corrects = entry.has_entry_corrected();
  const auto& said = corrects ? entry.entry_corrected().replacement() : entry;
  const std::string before = corrects ? "/entryCorrected/replacement" : "";
  if (said.has_embargo_placed()) {
    const auto& placed = said.embargo_placed();
    return {placed.readers(), before + "/embargoPlaced/readers", placed.embargo()};
  }
  if (said.has_embargo_readers_named()) {
    const auto& named = said.embargo_readers_named();
    return {named.readers(), before + "/embargoReadersNamed/readers", named.embargo()};
  }
  return {};
}

/// By a reference, which may have `people/` before it.
std::string bare(const std::string& reader) { return review::bare_reference(reader).value_or(reader); }

bool reads_already(const v1::CaseFile& file, const std::string& embargo, const std::string& person) {
  return std::ranges::any_of(file.embargoes(), [&](const v1::EmbargoFile& one) {
    return (embargo.empty() || one.embargo() == embargo) &&
           std::ranges::any_of(one.readers(), [&](const std::string& reader) { return bare(reader) == person; });
  });
}

}  // namespace

review::Result<void> readers_are_known(Call& call, const review::Recording& recording) {
  const auto named = named_in(recording.entry);
  if (named.readers.empty()) return {};
  const auto file = call.storage.views().find_for(call.reader, recording.case_id, call.moment.today);
  if (!file) return {};
  std::vector<std::string> unknown;
  for (const auto& reader : named.readers) {
    const auto person = bare(reader);
    if (review::is_known_person(call.storage.store(), person) || reads_already(*file, named.embargo, person)) continue;
    unknown.push_back(person);
  }
  if (unknown.empty()) return {};
  return review::refuse_at(
      review::Code::missing_reference,
      fmt::format("Nobody here is called {}. Choose people who have an account.", fmt::join(unknown, " or ")),
      named.pointer);
}

}  // namespace reviewd
