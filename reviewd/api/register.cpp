#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <list>

#include "libreview/base/csv.hpp"
#include "libreview/base/refuse_at.hpp"
#include "libreview/vocabulary/names.hpp"
#include "reviewd/api/listing.hpp"
#include "reviewd/api/publication_endpoints.hpp"
#include "reviewd/api/register_page.hpp"
#include "reviewd/api/standing.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Code;
using review::Result;
using review::Right;
using review::Term;

constexpr std::size_t most_cases = 20000;
/// A spreadsheet takes the file for UTF-8 by this mark alone.
constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

/// What is in the register, with the cases that it points into.
struct Register {
  std::list<review::v1::CaseFile> files;
  std::vector<Published> rows;  ///< newest first
};

std::string form_of(const Published& one) {
  return review::short_name_of(one.review->form(), review::v1::PublicationForm_descriptor());
}

/// What a field of the filter is called, and says of a row.
struct Field {
  std::string_view name;
  std::string (*value)(const Published&);
};

const std::vector<Field>& fields() {
  static const std::vector<Field> all = {
      {"case", [](const Published& one) { return one.case_id; }},
      {"form", form_of},
      {"publishedOn", [](const Published& one) { return one.review->published_on(); }},
      {"takenDown",
       [](const Published& one) { return std::string(one.review->taken_down_on().empty() ? "false" : "true"); }}};
  return all;
}

bool holds(const Term& term, const std::string& value) {
  const int order = value.compare(term.value);
  if (term.op == "=") return order == 0;
  if (term.op == "!=") return order != 0;
  if (term.op == "<") return order < 0;
  if (term.op == "<=") return order <= 0;
  return term.op == ">" ? order > 0 : order >= 0;
}

Result<void> narrow(std::vector<Published>& rows, const std::vector<Term>& terms) {
  for (const auto& term : terms) {
    const auto field = std::ranges::find(fields(), term.field, &Field::name);
    if (field == fields().end())
      return review::refuse_at(Code::malformed, fmt::format("There is no field {} to filter by.", term.field),
                               "/filter");
    std::erase_if(rows, [&](const Published& one) { return !holds(term, field->value(one)); });
  }
  return {};
}

/// Every report that was published in a case that the reader sees, past the time of recall.
Result<Register> read_register(Call& call) {
  if (!review::reads_incidents(call.reader.role))
    return review::refuse(Code::not_permitted, "Your role does not see the register.");
  const auto terms = review::parse_filter(call.request.parameter("filter").value_or(""));
  if (!terms) return review::refuse_at(Code::malformed, terms.error().says, "/filter");
  const review::ListQuery query{{}, {"case", false}, call.moment.today, 0, {}};
  const auto cases = whole_list(call, query, most_cases, review::Desk::Notes::asker);
  if (!cases) return review::refuse(cases.error());
  Register out;
  for (const auto& one : *cases) {
    const bool any = std::any_of(one->publications().begin(), one->publications().end(),
                                 [](const auto& publication) { return !publication.published_on().empty(); });
    if (!any) continue;
    auto file = call.storage.views().find_for(call.reader, one->case_(), call.moment.today);
    if (!file) continue;
    out.files.push_back(std::move(*file));
    for (auto& row : published_in(call, out.files.back())) out.rows.push_back(std::move(row));
  }
  if (const auto narrowed = narrow(out.rows, *terms); !narrowed) return review::refuse(narrowed.error());
  std::ranges::stable_sort(out.rows, [](const Published& left, const Published& right) {
    return left.review->published_on() > right.review->published_on();
  });
  return out;
}

json::object row_json(const Published& one) {
  const auto& of = *one.review;
  json::object out{{"case", one.case_id},
                   {"review", of.review()},
                   {"title", one.title},
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
  const auto found = read_register(call);
  if (!found) return refused(call, found.error());
  const auto page = cut(call, found->rows.size());
  if (!page) return refused(call, page.error());
  json::array rows;
  for (std::size_t i = page->from; i < page->to; ++i) {
    call.desk().note_shown(found->rows[i].case_id, "list");
    rows.push_back(row_json(found->rows[i]));
  }
  return json_answer(200, json::object{{"publications", std::move(rows)}, {"nextPageToken", page->next}});
}

Response publications_csv(Call& call) {
  const auto found = read_register(call);
  if (!found) return refused(call, found.error());
  Response response{200, "text/csv; charset=utf-8", std::string(byte_order_mark)};
  const auto add = [&](const std::vector<std::string>& cells) { response.body += review::csv_line(cells) + "\r\n"; };
  add({fmt::format("OFFICIAL-SENSITIVE{}",
                   call.storage.store().practice() ? ", PRACTICE: everything here is invented" : ""),
       fmt::format("publications as of {}", call.moment.today.iso())});
  add({"case", "review", "title", "form", "version", "publishedOn", "keptUntil", "takenDownOn", "takenDownFor",
       "address"});
  add({"Case", "Review", "Title", "Form", "Version", "Published on", "Kept at least until", "Taken down on",
       "Taken down for", "Web address"});
  for (const auto& one : found->rows) {
    const auto& of = *one.review;
    call.desk().note_shown(one.case_id, "list");
    add({one.case_id, of.review(), one.title, form_of(one), std::to_string(of.published_version()), of.published_on(),
         one.until ? one.until->iso() : std::string(), of.taken_down_on(),
         review::short_name_of(of.taken_down_for(), review::v1::TakeDownReason_descriptor()), one.address});
  }
  response.headers.emplace_back("Content-Disposition",
                                fmt::format("attachment; filename=\"publications-{}.csv\"", call.moment.today.iso()));
  return response;
}

Response publications_page(Call& call) {
  auto found = read_register(call);
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
