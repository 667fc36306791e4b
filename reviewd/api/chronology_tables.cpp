#include <fmt/format.h>

#include <memory>

#include "libreview/access/entry_access.hpp"
#include "libreview/base/refuse_at.hpp"
#include "libreview/chronology/chronology_table.hpp"
#include "libreview/law/read_past_words.hpp"
#include "libreview/store/random_id.hpp"
#include "libreview/vocabulary/names.hpp"
#include "libreview/vocabulary/write_message.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/json_fields.hpp"
#include "reviewd/api/past_form.hpp"
#include "reviewd/api/past_json.hpp"
#include "reviewd/api/record_json.hpp"
#include "reviewd/api/recording_of.hpp"
#include "reviewd/base/now.hpp"
#include "reviewd/documents/read_sheets.hpp"
#include "reviewd/http/problem.hpp"
#include "reviewd/http/slow_part.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Code;
using review::Right;

constexpr std::string_view kind = "chronology-received";

/// Whether the role takes chronologies in at all. It is asked before anything of a case is told.
review::Result<void> takes_chronologies(const Call& call) {
  if (!call.reader.may(review::Right::read_cases)) {
    return review::refuse(Code::not_permitted,
                          "This access token reads no cases, and a chronology is shown as it is read.");
  }
  if (review::records_kind(call.reader, kind)) return {};
  return review::refuse(Code::not_permitted, "Your role does not allow you to record this. Ask a review coordinator.");
}

review::ChronologyTable table_of(const Call& call, const ChronologyFile& file) {
  return review::read_chronology(*file.book, file.mapping, review::past_words(), call.moment.today);
}

review::v1::Entry entry_of(const ChronologyFile& file, const review::ChronologyTable& table) {
  review::v1::Entry entry;
  auto& received = *entry.mutable_chronology_received();
  received.set_agency(file.agency);
  if (!file.document.empty()) received.set_document(file.document);
  received.mutable_rows()->Assign(table.rows.begin(), table.rows.end());
  return entry;
}

/// The table as it was read, with its mapping and each row as it would be recorded.
json::object table_json(const Call& call, const ChronologyFile& file) {
  const auto table = table_of(call, file);
  json::array rows;
  for (const auto& row : table.rows) rows.push_back(review::write_message(row));
  auto out = past_file_json(file, review::chronology_sheets);
  out.erase("past");
  out["table"] = file.past;
  out["case"] = file.case_id;
  out["agency"] = file.agency;
  if (!file.document.empty()) out["document"] = file.document;
  out["good"] = table.good();
  out["rows"] = std::move(rows);
  out["findings"] = findings_json(table.findings);
  return out;
}

review::Result<std::string> agency_of(const PastForm& form) {
  const auto said = form.said.find("agency");
  if (said == form.said.end()) return review::refuse_at(Code::missing_field, "Say whose chronology it is.", "/agency");
  auto bare = review::bare_reference(said->second);
  if (bare) return std::move(*bare);
  return review::refuse_at(
      Code::wrong_type, "Give the reference of the agency: small letters, digits and hyphens, 40 at most.", "/agency");
}

/// Reads a table, apart from the storage thread, which keeps it then.
Response read_table(Call& call) {
  if (const auto takes = takes_chronologies(call); !takes) return refused(call, takes.error());
  const auto file = std::make_shared<ChronologyFile>();
  file->case_id = call.path("case");
  review::v1::Entry asking;
  asking.mutable_chronology_received();
  if (const auto may = call.desk().may_record(file->case_id, asking, call.reader, call.moment); !may) {
    return refused(call, may.error());
  }
  auto form = read_past_form(call, {"agency", "document"}, review::chronology_sheets);
  if (!form) return refused(call, form.error());
  const auto agency = agency_of(*form);
  if (!agency) return refused(call, agency.error());
  const auto asked = std::make_shared<PastForm>(std::move(*form));
  file->agency = *agency;
  file->document = asked->said["document"];
  file->past = review::random_id(call.storage.random());
  file->digest = asked->digest;
  file->person = call.reader.person;
  file->asked = now(std::nullopt).now;
  Response response;
  response.rest = SlowPart{
      SlowPart::Line::checks, call.reader.person,
      [asked, file, request_id = call.request.request_id](const std::stop_token& stop) {
        auto book = read_sheets(asked->media_type, asked->content, stop);
        if (!book) return problem(book.error(), request_id);
        file->book = std::make_shared<review::Workbook>(std::move(*book));
        file->mapping =
            asked->has_mapping ? asked->mapping : review::guess_chronology(*file->book, review::past_words());
        return json_answer(200, json::object{{"table", file->past}, {"case", file->case_id}, {"agency", file->agency}});
      },
      [file](Storage& storage) {
        storage.chronology_files().keep(std::move(*file));
        return review::Result<void>();
      }};
  return response;
}

/// The table of the path, of who asks; null where there is none, or the case is not there for them any more.
ChronologyFile* table_at_hand(Call& call) {
  auto* file = call.storage.chronology_files().find(call.path("table"), call.reader.person, now(std::nullopt).now);
  return file != nullptr && call.desk().sees(file->case_id, call.reader, call.moment) ? file : nullptr;
}

Response no_table(const Call& call) {
  return refused(call, review::Refusal{Code::not_found,
                                       "There is no such table of yours. Tables are kept for some hours: send it "
                                       "again."});
}

Response get_table(Call& call) {
  if (const auto takes = takes_chronologies(call); !takes) return refused(call, takes.error());
  const auto* file = table_at_hand(call);
  return file == nullptr ? no_table(call) : json_answer(200, table_json(call, *file));
}

Response set_table_mapping(Call& call) {
  if (const auto takes = takes_chronologies(call); !takes) return refused(call, takes.error());
  auto* file = table_at_hand(call);
  if (file == nullptr) return no_table(call);
  const auto fields = json_fields(call, {{"mapping"}, {}, {}, {}, {}});
  if (!fields) return refused(call, fields.error());
  auto mapping = review::read_mapping(fields->text("mapping"), review::chronology_sheets);
  if (!mapping) return refused(call, mapping.error().code, mapping.error().says, "/mapping");
  file->mapping = std::move(*mapping);
  return json_answer(200, table_json(call, *file));
}

/// Whether the newest chronology of the agency says just that already: somebody pressed twice.
bool is_recorded(Call& call, const ChronologyFile& file, const review::v1::Entry& entry) {
  std::string newest;
  for (const auto& one : call.desk().entries_that_count(file.case_id)) {
    if (!one.has_chronology_received() || one.chronology_received().agency() != file.agency) continue;
    newest = one.chronology_received().SerializeAsString();
  }
  return newest == entry.chronology_received().SerializeAsString();
}

Response record_table(Call& call) {
  if (const auto takes = takes_chronologies(call); !takes) return refused(call, takes.error());
  const auto* file = table_at_hand(call);
  if (file == nullptr) return no_table(call);
  const auto table = table_of(call, *file);
  if (!table.good()) {
    return refused(call, review::Refusal{Code::not_in_this_stage,
                                         "This table has faults, and nothing was recorded. Mend them first: the table "
                                         "is taken whole or not at all."});
  }
  auto entry = entry_of(*file, table);
  if (is_recorded(call, *file, entry)) {
    return refused(call, review::Refusal{Code::already_recorded, "This very table is recorded already."});
  }
  auto asked = recording_of(call, std::move(entry), file->digest + review::write_mapping(file->mapping));
  if (!asked) return refused(call, asked.error());
  asked->case_id = file->case_id;
  const auto done = call.desk().record(*asked);
  if (!done) return refused(call, done.error());
  auto response = json_answer(201, record_entry_json(call.desk().receipt(*done, call.reader, call.moment)));
  response.headers.emplace_back("Location", fmt::format("/v1/cases/{}/entries/{}", done->case_id, done->entry_id));
  response.headers.emplace_back("ETag", etag(done->version));
  return response;
}

}  // namespace

std::vector<Endpoint> chronology_table_endpoints() {
  return {{"POST",
           "/v1/cases/{case}/chronology",
           "readChronologyTable",
           "Reads an agency's chronology, and guesses which column is which where no mapping comes with it. Records "
           "nothing",
           {Right::record},
           Use::write,
           {},
           "ChronologyForm",
           "ChronologyTableSent",
           200,
           read_table},
          {"GET",
           "/v1/chronologyTables/{table}",
           "getChronologyTable",
           "Your table as it was read: its mapping, each row as it would be recorded, and what has to be mended first",
           {Right::record},
           Use::read,
           {},
           "",
           "ChronologyTable",
           200,
           get_table},
          {"PUT",
           "/v1/chronologyTables/{table}/mapping",
           "setChronologyMapping",
           "Says which column of your table is which",
           {Right::record},
           Use::write,
           {},
           "ChronologyMapping",
           "ChronologyTable",
           200,
           set_table_mapping},
          {"POST",
           "/v1/chronologyTables/{table}:record",
           "recordChronologyTable",
           "Records your table in its case, whole or not at all. It takes the place of an earlier one of the agency",
           {Right::record},
           Use::write,
           {},
           "",
           "Entry",
           201,
           record_table}};
}

}  // namespace reviewd
