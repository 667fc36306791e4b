#include "reviewd/returns/asked_return.hpp"

#include <algorithm>
#include <map>

#include "libreview/clocks/reading.hpp"
#include "libreview/desk/embargoed_case.hpp"
#include "libreview/record/case_file.hpp"
#include "libreview/record/fold.hpp"
#include "libreview/vocabulary/names.hpp"
#include "reviewd/returns/read_through.hpp"

namespace reviewd {
namespace {

namespace v1 = review::v1;

/// The live embargoes on what tells who a child is.
std::vector<std::string> embargoes_on_identity(const v1::CaseFile& file) {
  std::vector<std::string> found;
  for (const auto& embargo : file.embargoes()) {
    if (review::covers_identity(embargo)) found.push_back(embargo.embargo());
  }
  return found;
}

/// The newest of what is recorded of each child; if it is `kept_back`, the pseudonym alone, as the case has it now: one
/// that was given up may have been a name.
std::map<std::string, AskedChild> children_of(const std::vector<v1::Entry>& entries, const v1::CaseFile& file,
                                              bool kept_back) {
  std::map<std::string, AskedChild> found;
  const auto take = [&](const auto& children) {
    int place = 0;
    for (const auto& child : children) {
      ++place;
      auto& known = found[child.has_child() ? child.child() : "child-" + std::to_string(place)];
      if (kept_back) continue;
      if (child.has_name()) known.name = child.name();
      if (child.has_born_on()) known.born_on = child.born_on();
      if (child.has_address()) known.address = child.address();
    }
  };
  for (const auto& entry : entries) {
    if (entry.has_incident_logged()) take(entry.incident_logged().children());
    if (entry.has_learning_referred()) take(entry.learning_referred().children());
    if (entry.has_circumstances_changed()) take(entry.circumstances_changed().children());
  }
  std::erase_if(found, [&](const auto& one) { return review::find_child(file, one.first) == nullptr; });
  for (auto& [id, known] : found) {
    if (known.name.empty()) known.name = review::find_child(file, id)->pseudonym();
  }
  return found;
}

/// Free words of the case without what tells who somebody is: one of its own people where they are kept back, and one
/// of a case beside it wherever an embargo there is on that, for a link shows through no embargo of another case.
std::string words_shown(const std::string& words, Storage& storage, const v1::CaseFile& file, bool kept_back) {
  review::Coverage covered;
  if (kept_back) covered.blots.push_back(storage.desk().blot_of(file));
  for (const auto& other : storage.desk().beside(file)) {
    if (!embargoes_on_identity(other.file).empty()) covered.blots.push_back(other.blot);
  }
  return covered.blotted(words);
}

}  // namespace

std::optional<AskedReturn> asked_return(Storage& storage, std::string_view case_id, std::string_view request,
                                        std::string_view agency, review::Date today, std::string_view link) {
  const auto file = storage.views().find(case_id);
  if (!file) return std::nullopt;
  const auto entries = storage.desk().entries_that_count(case_id);
  const auto entry = std::ranges::find_if(entries, [&](const v1::Entry& one) { return one.entry() == request; });
  const auto& requests = file->requests();
  const auto of_agency = std::ranges::find_if(
      requests, [&](const v1::RequestFile& one) { return one.entry() == request && one.agency() == agency; });
  if (entry == entries.end() || of_agency == requests.end()) return std::nullopt;
  const auto& asked = entry->agency_return_requested();
  AskedReturn found{
      review::short_name_of(asked.type(), v1::ReturnType_descriptor()), {}, std::nullopt, of_agency->settled()};
  const auto clock = review::reading_of("agency-return:" + of_agency->subject(), *file, storage.desk().law(),
                                        storage.desk().calendar(), today);
  if (clock) {
    if (const auto due = review::Date::parse(clock->due_on())) found.due = *due;
  }
  const auto embargoes = embargoes_on_identity(*file);
  const auto through = shown_through(storage, file->case_(), std::string(link));
  found.kept_back = !std::ranges::all_of(embargoes, [&](const std::string& one) { return through.contains(one); });
  const auto children = children_of(entries, *file, found.kept_back);
  for (const auto& [id, child] : children) {
    const bool meant = asked.children().empty() || std::ranges::find(asked.children(), id) != asked.children().end();
    if (meant) found.children.push_back(child);
  }
  found.period = words_shown(asked.period(), storage, *file, found.kept_back);
  if (found.kept_back) return found;
  for (const auto& one : embargoes) found.covered_reads.push_back(review::covered_read(one));
  return found;
}

}  // namespace reviewd
