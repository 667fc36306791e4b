#include "reviewd/http/percent.hpp"
#include "reviewd/web/frame/file_answer.hpp"
#include "reviewd/web/frame/page.hpp"

namespace reviewd {
namespace {

std::string api(const PageCall& call) { return "/v1/meetings/" + percent_encoded(call.path("meeting")) + "/pack"; }

Response pack_text_page(PageCall& call) { return file_answer(call, api(call) + ":odt"); }
Response pack_pdf_page(PageCall& call) { return file_answer(call, api(call) + ":pdf"); }

}  // namespace

std::vector<Page> pack_pages() {
  return {{"GET", "/meetings/{meeting}/pack.odt", "packTextPage", Use::read, pack_text_page},
          {"GET", "/meetings/{meeting}/pack.pdf", "packPdfPage", Use::read, pack_pdf_page}};
}

}  // namespace reviewd
