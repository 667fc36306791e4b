#include "reviewd/api/filed_documents.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>

#include "libreview/desk/embargoed_case.hpp"
#include "libreview/desk/stored.hpp"
#include "libreview/vocabulary/names.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
namespace v1 = review::v1;

struct Place {
  std::string document;
  int version;
};

/// Where each entry that filed a document stands, in the whole record. The version counts the entries of its document.
std::map<std::string, Place> places(const std::vector<review::Desk::DocumentName>& filed) {
  std::map<std::string, Place> all;
  std::map<std::string, int> versions;
  for (const auto& one : filed) all[one.entry] = {one.document, ++versions[one.document]};
  return all;
}

bool is_shown(const v1::Entry& entry, const review::Reader& reader) {
  const bool withdrawn = !entry.withdrawn_by().empty();
  return entry.has_document_filed() && (!entry.hidden() || reader.may(review::Right::see_withdrawn)) &&
         (!withdrawn || reader.may(review::Right::see_withdrawn));
}

/// What the newest correction that the reader sees says instead.
void correct(v1::Entry& entry, const std::vector<v1::Entry>& shown) {
  for (const auto& one : shown) {
    const bool counts = one.has_entry_corrected() && !one.hidden() && one.withdrawn_by().empty() &&
                        one.entry_corrected().entry() == entry.entry() &&
                        one.entry_corrected().replacement().has_document_filed();
    if (!counts) continue;
    const auto& said = one.entry_corrected().replacement();
    entry.set_occurred_on(said.occurred_on());
    auto& filed = *entry.mutable_document_filed();
    filed.set_title(said.document_filed().title());
    filed.set_kept_in(said.document_filed().kept_in());
    filed.set_meeting(said.document_filed().meeting());
    filed.set_agency(said.document_filed().agency());
    filed.set_review(said.document_filed().review());
    filed.clear_sort();
    if (said.document_filed().has_sort()) filed.set_sort(said.document_filed().sort());
  }
}

using Coverages = std::map<std::string, review::Coverage>;

/// What each live embargo of the case covers in it.
Coverages coverages_of(const v1::CaseFile& file) {
  Coverages all;
  for (const auto& embargo : file.embargoes()) cover(all[embargo.embargo()], file, embargo);
  return all;
}

bool title_tells(const v1::Entry& entry, const review::Coverage& coverage) {
  v1::Entry titled;
  *titled.mutable_document_filed() = entry.document_filed();
  return holds_covered(titled, coverage);
}

void put_embargoes(FiledVersion& filed, const review::Embargoed& embargoed, const Coverages& own) {
  v1::DocumentFiled said = filed.entry.document_filed();
  said.set_document(filed.document);
  // By the name too, which an entry of the record may have said otherwise.
  const auto covers = [&](const review::Coverage& coverage) {
    return coverage.covers(said) || coverage.covers(filed.entry.document_filed());
  };
  filed.kept = covers(embargoed.kept);
  for (const auto& one : embargoed.open) {
    if (covers(one.coverage)) filed.open.push_back({one.case_id, one.embargo});
    if (!filed.kept && (covers(one.coverage) || title_tells(filed.entry, one.coverage)))
      filed.told.push_back({one.case_id, one.embargo});
  }
  for (const auto& [embargo, coverage] : own) {
    if (covers(coverage)) filed.covered_by.push_back(embargo);
  }
}

/// Who called the file something may have called it by a name.
void put_stored(FiledVersion& filed, const review::DocumentRow& row, const review::Embargoed& embargoed) {
  filed.stored = row;
  const auto tells = [&](const review::Coverage& coverage) {
    return coverage.blotted(row.file_name, false) != row.file_name;
  };
  for (const auto& one : embargoed.open) {
    if (!filed.kept && tells(one.coverage)) filed.told.push_back({one.case_id, one.embargo});
  }
  const auto& kept = embargoed.kept;
  filed.stored->file_name = kept.blotted(row.file_name, false);
}

std::string state_of(const FiledVersion& filed) {
  if (!filed.stored) return "ELSEWHERE";
  std::string name(review::document_state_name(filed.stored->state));
  for (char& c : name) c = static_cast<char>(c - 'a' + 'A');
  return name;
}

}  // namespace

review::Result<std::map<std::string, std::vector<FiledVersion>>> filed_documents(const Call& call) {
  return filed_documents(call, call.record());
}

review::Result<std::map<std::string, std::vector<FiledVersion>>> filed_documents(const Call& call,
                                                                                 const std::string& record) {
  const auto shown = call.desk().entries(record, call.reader, call.moment, {}, review::Desk::Notes::asker);
  if (!shown) return review::refuse(shown.error());
  const auto known = places(call.desk().documents_filed(record));
  std::map<std::string, review::DocumentRow> stored;
  for (auto& row : call.storage.documents().of(review::record_of(record))) stored[row.entry] = row;
  const auto file = call.storage.views().find_for(call.reader, record, call.moment.today);
  const auto embargoed = call.desk().embargoed(file.value(), call.reader, call.moment);
  const auto own = coverages_of(file.value());
  std::map<std::string, std::vector<FiledVersion>> documents;
  for (const auto& entry : *shown) {
    if (!is_shown(entry, call.reader)) continue;
    const auto& place = known.at(entry.entry());
    FiledVersion filed{entry, place.document, place.version};
    correct(filed.entry, *shown);
    put_embargoes(filed, embargoed, own);
    if (const auto row = stored.find(entry.entry()); row != stored.end()) put_stored(filed, row->second, embargoed);
    documents[place.document].push_back(std::move(filed));
  }
  return documents;
}

void note_filed(const Call& call, const std::vector<FiledVersion>& shown) { note_filed(call, call.record(), shown); }

void note_filed(const Call& call, const std::string& record, const std::vector<FiledVersion>& shown) {
  call.desk().note_shown(record, "entries");
  for (const auto& filed : shown) {
    for (const auto& one : filed.told) call.desk().note_shown(one.case_id, review::covered_read(one.embargo));
  }
}

NextDocument next_document(const Call& call) {
  NextDocument next;
  for (const auto& [entry, place] : places(call.desk().documents_filed(call.record()))) {
    auto& versions = next.versions[place.document];
    versions = std::max(versions, place.version);
  }
  for (int number = 1; next.name.empty() || next.versions.contains(next.name); ++number) {
    next.name = fmt::format("document-{}", number);
  }
  return next;
}

json::object version_json(const FiledVersion& filed) {
  json::object out{{"version", filed.version}, {"entry", filed.entry.entry()}};
  const auto say = [&](std::string_view key, const std::string& value) {
    if (!value.empty()) out[key] = value;
  };
  const auto& said = filed.entry.document_filed();
  say("title", filed.kept ? std::string(review::title_under_embargo) : said.title());
  if (filed.kept || !filed.open.empty()) out["embargoed"] = true;
  if (filed.kept) out["kept"] = true;
  if (!filed.covered_by.empty()) {
    auto& by = out["coveredBy"].emplace_array();
    for (const auto& embargo : filed.covered_by) by.push_back(json::string(embargo));
  }
  say("sort", review::short_name_of(said.sort(), v1::DocumentSort_descriptor()));
  say("review", said.review());
  say("meeting", said.meeting());
  say("agency", said.agency());
  if (!filed.kept) say("keptIn", said.kept_in());
  out["state"] = state_of(filed);
  if (filed.stored) {
    say("mediaType", filed.stored->media_type);
    if (!filed.kept) out["size"] = filed.stored->size;
    if (!filed.kept) say("fileName", filed.stored->file_name);
    say("checkedBy", filed.stored->checked_by);
  }
  if (!filed.kept) say("digest", said.digest());
  say("filedOn", filed.entry.occurred_on());
  say("recordedTime", filed.entry.recorded_time());
  out["recordedBy"] = "people/" + filed.entry.recorded_by();
  return out;
}

json::object document_json(const std::vector<FiledVersion>& versions) {
  json::array all;
  for (auto one = versions.rbegin(); one != versions.rend(); ++one) all.push_back(version_json(*one));
  json::object out{{"document", versions.back().document}};
  for (const auto& [key, value] : all.front().as_object()) out[key] = value;
  out["versions"] = std::move(all);
  return out;
}

}  // namespace reviewd
