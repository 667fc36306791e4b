#include <boost/json/array.hpp>
#include <utility>

#include "libreview/access/entry_access.hpp"
#include "libreview/base/refuse_at.hpp"
#include "libreview/calendar/london.hpp"
#include "libreview/vocabulary/names.hpp"
#include "reviewd/api/case_at_hand.hpp"
#include "reviewd/api/csv_parts.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/listed_product.hpp"
#include "reviewd/api/listing.hpp"
#include "reviewd/api/pdf_of_text.hpp"
#include "reviewd/api/product_check.hpp"
#include "reviewd/api/product_paper.hpp"
#include "reviewd/api/product_stops.hpp"
#include "reviewd/http/slow_part.hpp"
#include "reviewd/paper/write_paper.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
namespace v1 = review::v1;
using review::Code;
using review::Right;

Response list_products(Call& call) {
  auto query = list_query(call, "draftedOn");
  if (!query) return refused(call, query.error());
  const auto found =
      read_products(call, {.terms = query->terms, .after = query->after}, static_cast<std::size_t>(query->limit));
  if (!found) return refused(call, found.error());
  json::array rows;
  for (const auto& one : found->rows) rows.push_back(product_json(one));
  return json_answer(
      200, json::object{{"products", std::move(rows)}, {"nextPageToken", page_token(call, *query, found->next)}});
}

Response get_product(Call& call) {
  const auto found = read_product(call, call.path("product"));
  if (!found) return refused(call, found.error());
  auto shown = product_json(*found);
  shown["stops"] = product_stops(call, found->product);
  return json_answer(200, shown);
}

Response product_text(Call& call) {
  const auto found = read_product(call, call.path("product"));
  if (!found) return refused(call, found.error());
  auto paper = product_paper(*found);
  paper.practice = call.desk().practice();
  const auto day = review::Date::parse(found->product.drafted_on());
  const auto dated = day ? review::start_of_london_day(*day) : review::Instant();
  Response made{200, paper_type};
  // No word that somebody typed is in the name of a file.
  made.headers.emplace_back("Content-Disposition", "attachment; filename=\"learning-product.odt\"");
  // Packing takes long, and nobody else waits for it.
  Response later;
  later.rest = SlowPart{SlowPart::Line::written, call.reader.person,
                        [made = std::move(made), paper = std::move(paper), dated](const std::stop_token&) {
                          auto response = made;
                          response.body = write_paper(paper, dated);
                          return response;
                        }};
  return later;
}

Response product_pdf(Call& call) { return pdf_of_text(call, product_text(call)); }

Response check(Call& call) {
  if (!review::records_kind(call.reader, "product-checked")) {
    return refused(call, {Code::not_permitted, "Only who records that a product was checked checks it for names."});
  }
  const auto file = case_at_hand(call, call.record());
  if (!file) return refused(call, file.error());
  const auto checked = check_product(call, call.path("product"));
  return checked ? json_answer(200, rehearsal_json(checked->found)) : refused(call, checked.error());
}

std::string joined(const std::string& all, const std::string& one) { return all.empty() ? one : all + "; " + one; }

/// One line for each agency that has it; one for a product that no agency has.
void put_lines(const ListedProduct& one, CsvLines& lines) {
  const auto& product = one.product;
  std::string groups;
  std::string with_public = "no";
  for (const auto& share : product.shares()) {
    for (const auto& group : share.groups()) groups = joined(groups, group);
    if (share.with_public()) with_public = "yes";
  }
  const std::vector<std::string> head{one.case_id,
                                      product.product(),
                                      review::short_name_of(product.sort(), v1::ProductSort_descriptor()),
                                      one.title,
                                      std::to_string(product.version()),
                                      product.drafted_on(),
                                      product.checked() ? product.checked_on() : std::string(),
                                      groups,
                                      with_public};
  const auto add = [&](const std::vector<std::string>& rest) {
    auto& line = lines.emplace_back(head);
    line.insert(line.end(), rest.begin(), rest.end());
  };
  const auto number = [](bool said, int count) { return said ? std::to_string(count) : std::string(); };
  if (one.agencies.empty()) add(std::vector<std::string>(8));
  for (const auto& at : one.agencies) {
    const auto& said = at.reception;
    add({at.agency, at.shared_on, std::to_string(at.attended), number(said.has_reached(), said.reached()),
         number(said.has_read(), said.read()), number(said.has_answered(), said.answered()),
         at.confirmed() ? "yes" : "no", at.changes});
  }
}

review::Result<CsvPart> next_products(Call& call, const std::vector<std::string>& after) {
  auto terms = review::parse_filter(call.request.parameter("filter").value_or(""));
  if (!terms) return review::refuse_at(Code::malformed, terms.error().says, "/filter");
  auto found = read_products(call, {.terms = std::move(*terms), .after = after}, csv_step);
  if (!found) return review::refuse(found.error());
  CsvPart part{{}, std::move(found->next)};
  for (const auto& one : found->rows) put_lines(one, part.lines);
  return part;
}

Response products_csv(Call& call) {
  const CsvLines heads = {
      {"case", "product", "sort", "title", "version", "draftedOn", "checkedOn", "groups", "withPublic", "agency",
       "sharedOn", "attended", "reached", "read", "answered", "confirmed", "changes"},
      {"Case or programme", "Short name", "What it is", "Title", "Version", "Drafted on", "Checked for names on",
       "Groups", "Public", "Agency", "Shared on", "Came to events", "Reached", "Read", "Answered", "Confirmed",
       "What they will change"}};
  return csv_in_parts(call, "products", heads, next_products);
}

/// The same of a case and of a programme.
std::vector<Endpoint> of_record(const std::string& at, const std::string& get_name, const std::string& check_name) {
  return {{"GET",
           at + "/products/{product}",
           get_name,
           "A learning product in its newest version, with who got it and who understood it",
           {Right::read_cases},
           Use::read,
           {},
           "",
           "LearningProduct",
           200,
           get_product},
          {"POST",
           at + "/products/{product}:check",
           check_name,
           "What a stranger would see of a learning product: names, dates, addresses and schools of all that it draws "
           "on, details that tell together, words that say more than was found; nothing is kept of it",
           {Right::record},
           Use::read,
           {},
           "",
           "RehearsalAnswer",
           200,
           check},
          {"GET",
           at + "/products/{product}:odt",
           get_name + "Text",
           "It as a text (OpenDocument), which says so while it is not checked for names",
           {Right::read_cases},
           Use::read,
           {},
           "",
           "Paper",
           200,
           product_text},
          {"GET",
           at + "/products/{product}:pdf",
           get_name + "Pdf",
           "The same as a PDF; refused where the program for it is not installed",
           {Right::read_cases},
           Use::read,
           {},
           "",
           "PaperAsPdf",
           200,
           product_pdf}};
}

}  // namespace

std::vector<Endpoint> product_endpoints() {
  std::vector<Endpoint> rows{{"GET",
                              "/v1/products",
                              "listProducts",
                              "Learning products of the cases and programmes that the reader sees, newest first",
                              {Right::read_cases},
                              Use::read,
                              {"filter", "pageSize", "pageToken"},
                              "",
                              "ProductList",
                              200,
                              list_products},
                             {"GET",
                              "/v1/products:csv",
                              "listProductsAsCsv",
                              "The same for a spreadsheet, a line for each agency that has one",
                              {Right::read_cases},
                              Use::read,
                              {"filter"},
                              "",
                              "Csv",
                              200,
                              products_csv}};
  for (auto& row : of_record("/v1/cases/{case}", "getProduct", "checkProduct")) rows.push_back(std::move(row));
  for (auto& row : of_record("/v1/programmes/{programme}", "getProgrammeProduct", "checkProgrammeProduct"))
    rows.push_back(std::move(row));
  return rows;
}

}  // namespace reviewd
