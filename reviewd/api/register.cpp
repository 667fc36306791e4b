#include <boost/json/array.hpp>
#include <map>
#include <utility>

#include "libreview/base/refuse_at.hpp"
#include "libreview/record/case_file.hpp"
#include "libreview/views/publication_rows.hpp"
#include "libreview/vocabulary/names.hpp"
#include "reviewd/api/csv_parts.hpp"
#include "reviewd/api/listing.hpp"
#include "reviewd/api/publication_endpoints.hpp"
#include "reviewd/api/published.hpp"
#include "reviewd/api/register_page.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Code;
using review::Result;
using review::Right;
using review::Term;

/// So many rows are asked for at once.
constexpr int step = 200;

/// What is in the register, with the cases that it points into.
struct Register {
  std::map<std::string, std::optional<review::v1::CaseFile>> files{};  ///< nothing where the reader does not see it
  std::vector<Published> rows{};                                       ///< newest first
  std::vector<std::string> next{};                                     ///< the key to go on after; empty at the end
};

std::string form_of(const Published& one) {
  return review::short_name_of(one.review->form(), review::v1::PublicationForm_descriptor());
}

Result<std::vector<Term>> terms_of(const Call& call) {
  auto terms = review::parse_filter(call.request.parameter("filter").value_or(""));
  if (!terms) return review::refuse_at(Code::malformed, terms.error().says, "/filter");
  return terms;
}

/// Null where the reader does not see it.
const review::v1::CaseFile* file_in(Call& call, Register& out, const std::string& case_id) {
  const auto [at, is_new] = out.files.try_emplace(case_id);
  if (is_new) {
    at->second = call.storage.views().find_for(call.reader, case_id, call.moment.today);
    if (at->second) put_what_is_out(call, *at->second);
  }
  return at->second ? &*at->second : nullptr;
}

/// Every report that was published in a case that the reader sees, past the time of recall; at most so many where
/// `most` says so. It reads the cases that have one, and no others.
Result<Register> read_register(Call& call, review::PublicationsWanted wanted, std::optional<std::size_t> most = {}) {
  if (!review::reads_incidents(call.reader.role))
    return review::refuse(Code::not_permitted, "Your role does not see the register.");
  if (auto known = call.desk().check_names(wanted.terms, review::publication_fields(), call.reader, call.moment);
      !known)
    return review::refuse(std::move(known.error()));
  wanted.limit = step;
  Register out;
  std::vector<std::string> last;
  for (;;) {
    const auto rows = review::publication_rows(call.storage.store(), wanted, call.reader, call.moment.today);
    if (!rows) return review::refuse(rows.error());
    for (const auto& row : *rows) {
      const auto* file = file_in(call, out, row.case_id);
      const auto* of = file == nullptr ? nullptr : review::find_review(*file, row.review);
      if (of == nullptr || !is_in_register(call, *of)) continue;
      if (most && out.rows.size() == *most) {
        // There is another that the reader sees: only then is there a next page.
        out.next = std::move(last);
        return out;
      }
      out.rows.push_back(published_of(call, *file, *of));
      last = row.key();
    }
    if (rows->size() < static_cast<std::size_t>(step)) return out;
    wanted.after = rows->back().key();
  }
}

/// All that the filter leaves.
Result<Register> whole_register(Call& call) {
  auto terms = terms_of(call);
  if (!terms) return review::refuse(terms.error());
  return read_register(call, {.terms = std::move(*terms)});
}

json::object row_json(const Published& one) {
  const auto& of = *one.review;
  json::object out{{"case", one.case_id},
                   {"review", of.review()},
                   {"title", one.title},
                   {"about", one.about},
                   {"form", form_of(one)},
                   {"version", of.published_version()},
                   {"publishedOn", of.published_on()},
                   {"firstPublishedOn", of.first_published_on().empty() ? of.published_on() : of.first_published_on()}};
  const auto say = [&](std::string_view key, const std::string& value) {
    if (!value.empty()) out[key] = value;
  };
  say("address", one.address);
  say("document", of.published_document());
  if (one.until) out["keptUntil"] = one.until->iso();
  say("takenDownOn", of.taken_down_on());
  say("takenDownFor", review::short_name_of(of.taken_down_for(), review::v1::TakeDownReason_descriptor()));
  return out;
}

Response list_publications(Call& call) {
  auto query = list_query(call, "publishedOn");
  if (!query) return refused(call, query.error());
  const auto found =
      read_register(call, {.terms = query->terms, .after = query->after}, static_cast<std::size_t>(query->limit));
  if (!found) return refused(call, found.error());
  json::array rows;
  for (const auto& one : found->rows) {
    call.desk().note_shown(one.case_id, "list");
    rows.push_back(row_json(one));
  }
  return json_answer(
      200, json::object{{"publications", std::move(rows)}, {"nextPageToken", page_token(call, *query, found->next)}});
}

review::Result<CsvPart> next_publications(Call& call, const std::vector<std::string>& after) {
  auto terms = terms_of(call);
  if (!terms) return review::refuse(terms.error());
  auto found = read_register(call, {.terms = std::move(*terms), .after = after}, csv_step);
  if (!found) return review::refuse(found.error());
  CsvPart part{{}, std::move(found->next)};
  for (const auto& one : found->rows) {
    const auto& of = *one.review;
    call.desk().note_shown(one.case_id, "list");
    part.lines.push_back({one.case_id, of.review(), one.title, form_of(one), std::to_string(of.published_version()),
                          of.published_on(), one.until ? one.until->iso() : std::string(), of.taken_down_on(),
                          review::short_name_of(of.taken_down_for(), review::v1::TakeDownReason_descriptor()),
                          one.address});
  }
  return part;
}

Response publications_csv(Call& call) {
  const CsvLines heads = {{"case", "review", "title", "form", "version", "publishedOn", "keptUntil", "takenDownOn",
                           "takenDownFor", "address"},
                          {"Case", "Review", "Title", "Form", "Version", "Published on", "Kept at least until",
                           "Taken down on", "Taken down for", "Web address"}};
  return csv_in_parts(call, "publications", heads, next_publications);
}

Response publications_page(Call& call) {
  auto found = whole_register(call);
  if (!found) return refused(call, found.error());
  std::erase_if(found->rows, [](const Published& one) { return !one.review->taken_down_on().empty(); });
  for (const auto& one : found->rows) call.desk().note_shown(one.case_id, "list");
  Response response{200, "text/html; charset=utf-8", register_page(call.desk().law().partnership().name, found->rows)};
  response.headers.emplace_back("Content-Disposition", "attachment; filename=\"published-reviews.html\"");
  response.headers.emplace_back("Content-Security-Policy", "default-src 'none'; sandbox");
  return response;
}

}  // namespace

std::vector<Endpoint> register_endpoints() {
  return {{"GET",
           "/v1/publications",
           "listPublications",
           "What was published, newest first, of the cases that the reader sees; also what was taken down",
           {Right::read_cases},
           Use::read,
           {"filter", "pageSize", "pageToken"},
           "",
           "PublicationList",
           200,
           list_publications},
          {"GET",
           "/v1/publications:csv",
           "listPublicationsAsCsv",
           "The same for a spreadsheet",
           {Right::read_cases},
           Use::read,
           {"filter"},
           "",
           "Csv",
           200,
           publications_csv},
          {"GET",
           "/v1/publications:page",
           "getPublicationsPage",
           "A page for the partnership's own website: what is published now. It names no case and nobody",
           {Right::read_cases},
           Use::read,
           {"filter"},
           "",
           "PublicationsPage",
           200,
           publications_page}};
}

}  // namespace reviewd
