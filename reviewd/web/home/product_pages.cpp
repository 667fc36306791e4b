#include "libreview/access/entry_access.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/paper/paper_pdf.hpp"
#include "reviewd/web/form/ask_by_link.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/case_address.hpp"
#include "reviewd/web/frame/file_answer.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/frame/register_of.hpp"
#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/home/product_view.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

std::string product_api(const PageCall& call) {
  return case_api(call) + "/products/" + percent_encoded(call.path("product"));
}

bool may_record(const PageCall& call) {
  const auto& reader = call.visitor.reader;
  return reader.may(review::Right::record) && review::records_kind(reader, "product-shared");
}

Response list_page(PageCall& call) {
  std::string asked = "/v1/products";
  if (const auto page = call.request.parameter("page")) asked += "?pageToken=" + percent_encoded(*page);
  const auto answer = ask(call, {"GET", asked});
  if (!answer.good()) return refused_page(call, answer.status, answer.json);
  return sections_page(call, product_list_of(answer.json, register_of(call)));
}

Response as_csv(PageCall& call) { return file_answer(call, "/v1/products:csv"); }

Response product_page(PageCall& call) {
  const auto found = ask(call, {"GET", product_api(call)});
  if (!found.good()) return refused_page(call, found.status, found.json);
  auto view = product_view(found.json, register_of(call), may_record(call));
  view["pdf"] = has_pdf_converter();
  if (may_ask_by_link(call)) view["linkAddress"] = std::string(view["here"].as_string()) + "/link";
  return render(call, 200, "product", std::move(view));
}

Response as_text(PageCall& call) { return file_answer(call, product_api(call) + ":odt"); }

Response as_pdf(PageCall& call) { return file_answer(call, product_api(call) + ":pdf"); }

Response check_page(PageCall& call) {
  const auto checked = ask(call, {"POST", product_api(call) + ":check"});
  if (!checked.good()) return refused_page(call, checked.status, checked.json);
  const auto found = ask(call, {"GET", product_api(call)});
  if (!found.good()) return refused_page(call, found.status, found.json);
  return render(call, 200, "product_check", product_check_view(found.json, checked.json));
}

}  // namespace

std::vector<Page> product_pages() {
  return {
      {"GET", "/learning/products", "productsPage", Use::read, list_page},
      {"GET", "/learning/products/csv", "productsCsv", Use::read, as_csv},
      {"GET", "/cases/{case}/products/{product}", "productPage", Use::read, product_page},
      {"GET", "/cases/{case}/products/{product}/text", "productText", Use::read, as_text},
      {"GET", "/cases/{case}/products/{product}/pdf", "productPdf", Use::read, as_pdf},
      {"GET", "/cases/{case}/products/{product}/check", "productCheckPage", Use::read, check_page},
      {"GET", "/programmes/{programme}/products/{product}", "programmeProductPage", Use::read, product_page},
      {"GET", "/programmes/{programme}/products/{product}/text", "programmeProductText", Use::read, as_text},
      {"GET", "/programmes/{programme}/products/{product}/pdf", "programmeProductPdf", Use::read, as_pdf},
      {"GET", "/programmes/{programme}/products/{product}/check", "programmeProductCheckPage", Use::read, check_page}};
}

}  // namespace reviewd
