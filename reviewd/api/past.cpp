#include <memory>

#include "libreview/journal/transaction.hpp"
#include "libreview/law/read_past_words.hpp"
#include "libreview/past/guess_mapping.hpp"
#include "libreview/store/random_id.hpp"
#include "reviewd/act/act.hpp"
#include "reviewd/api/approval_json.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/json_fields.hpp"
#include "reviewd/api/past_form.hpp"
#include "reviewd/api/past_in_parts.hpp"
#include "reviewd/api/past_json.hpp"
#include "reviewd/api/two_people_table.hpp"
#include "reviewd/base/now.hpp"
#include "reviewd/documents/read_sheets.hpp"
#include "reviewd/http/problem.hpp"
#include "reviewd/http/slow_part.hpp"

namespace reviewd {
namespace {

using review::Code;
using review::Right;

Response no_file(const Call& call) {
  return refused(call,
                 review::Refusal{Code::not_found,
                                 "There is no such file of yours. Files are kept for some hours: send it again."});
}

Response has_faults(const Call& call) {
  return refused(call, review::Refusal{Code::not_in_this_stage,
                                       "This file has faults, and nothing was stored. Mend them first: the report "
                                       "names each."});
}

PastFile* file_at_hand(Call& call) {
  return call.storage.past_files().find(call.path("past"), call.reader.person, now(std::nullopt).now);
}

/// Reads the file, apart from the storage thread, which keeps it then.
Response read_past(Call& call) {
  auto form = read_past_form(call);
  if (!form) return refused(call, form.error());
  const auto asked = std::make_shared<PastForm>(std::move(*form));
  const auto file = std::make_shared<PastFile>();
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
        file->mapping = asked->has_mapping ? asked->mapping : review::guess_mapping(*file->book, review::past_words());
        return json_answer(200, past_file_json(*file));
      },
      [file](Storage& storage) {
        storage.past_files().keep(std::move(*file));
        return review::Result<void>();
      }};
  return response;
}

Response get_past(Call& call) {
  const auto* file = file_at_hand(call);
  return file == nullptr ? no_file(call) : json_answer(200, past_file_json(*file));
}

Response set_mapping(Call& call) {
  auto* file = file_at_hand(call);
  if (file == nullptr) return no_file(call);
  const auto fields = json_fields(call, {{"mapping"}, {}, {}, {}, {}});
  if (!fields) return refused(call, fields.error());
  auto mapping = review::read_mapping(fields->text("mapping"));
  if (!mapping) return refused(call, mapping.error().code, mapping.error().says, "/mapping");
  file->mapping = std::move(*mapping);
  return json_answer(200, past_file_json(*file));
}

/// The report as it travels, written out where nobody waits for the store.
Response report_of(const Call& call, const PastFile& file, const std::shared_ptr<const PastRun>& run) {
  Response later;
  later.rest = SlowPart{SlowPart::Line::written, call.reader.person, [past = file.past, run](const std::stop_token&) {
                          return json_answer(200, past_run_json(past, *run));
                        }};
  return later;
}

Response get_report(Call& call) {
  const auto* file = file_at_hand(call);
  return file == nullptr ? no_file(call) : past_tried(call, *file, report_of);
}

Response get_report_csv(Call& call) {
  const auto* file = file_at_hand(call);
  if (file == nullptr) return no_file(call);
  return past_tried(call, *file, [](Call& now, const PastFile&, const std::shared_ptr<const PastRun>& run) {
    return csv_file(now, "past-cases", past_run_lines(*run));
  });
}

/// In a transaction of its own, begun and ended here.
Response proposed(Call& call, const PastFile& file, const PastRun& run, const std::string& reason) {
  if (!run.good()) return has_faults(call);
  if (run.entries == 0) {
    return refused(call, review::Refusal{Code::already_recorded, "Every row of this file is in the store already."});
  }
  review::Transaction transaction(call.storage.journal());
  auto response = propose(call, {std::string(import_past_act), past_subject(file),
                                 proposal_of(past_proposal(file, run)), reason, call.reader.person});
  if (response.status != 201) return response;
  if (const auto kept = transaction.commit(); !kept) return refused(call, kept.error());
  return response;
}

Response propose_past(Call& call) {
  require_two_people(call);
  const auto* file = file_at_hand(call);
  if (file == nullptr) return no_file(call);
  const auto fields = json_fields(call, {{}, {"reason"}, {}, {}, {}});
  if (!fields) return refused(call, fields.error());
  return past_tried(
      call, *file,
      [reason = fields->text("reason")](Call& now, const PastFile& of, const std::shared_ptr<const PastRun>& run) {
        return proposed(now, of, *run, reason);
      });
}

Response import_past(Call& call) {
  require_two_people(call);
  const auto* file = file_at_hand(call);
  if (file == nullptr) return no_file(call);
  return past_stored(call, *file, [](Call& now, const PastFile& of, const std::shared_ptr<const PastRun>& run) {
    return run->good() ? report_of(now, of, run) : has_faults(now);
  });
}

}  // namespace

std::vector<Endpoint> past_endpoints() {
  return {
      {"POST",
       "/v1/past",
       "readPast",
       "Reads a spreadsheet of past cases, and guesses which column is which where no mapping comes with it. Stores "
       "nothing",
       {Right::move_cases},
       Use::write,
       {},
       "PastForm",
       "PastFile",
       200,
       read_past},
      {"GET",
       "/v1/past/{past}",
       "getPast",
       "Your spreadsheet as it was read, with its mapping",
       {Right::move_cases},
       Use::read,
       {},
       "",
       "PastFile",
       200,
       get_past},
      {"PUT",
       "/v1/past/{past}/mapping",
       "setPastMapping",
       "Says which column of your spreadsheet is which",
       {Right::move_cases},
       Use::write,
       {},
       "PastMapping",
       "PastFile",
       200,
       set_mapping},
      {"GET",
       "/v1/past/{past}/report",
       "getPastReport",
       "What an import of your spreadsheet would do, row by row. Stores nothing",
       {Right::move_cases},
       Use::alone,
       {},
       "",
       "PastReport",
       200,
       get_report},
      {"GET",
       "/v1/past/{past}/report:csv",
       "getPastReportCsv",
       "The same as a file for a spreadsheet",
       {Right::move_cases},
       Use::alone,
       {},
       "",
       "Csv",
       200,
       get_report_csv},
      {"POST",
       "/v1/past/{past}:propose",
       "proposePast",
       "Proposes the import of your spreadsheet by its mapping; another person approves, then you can do it once",
       {Right::move_cases},
       Use::alone,
       {},
       "PastWish",
       "Approval",
       201,
       propose_past},
      {"POST",
       "/v1/past/{past}:import",
       "importPast",
       "Imports your spreadsheet: all of its rows or none, but for those that the store has already. Of a real store: "
       "after another person approved",
       {Right::move_cases},
       Use::alone,
       {},
       "",
       "PastReport",
       200,
       import_past},
  };
}

}  // namespace reviewd
