#pragma once

#include <fmt/format.h>

#include <string>

#include "reviewd/http/multipart.hpp"
#include "tests/http/sight_support.hpp"
#include "tests/support/small_pdf.hpp"

namespace review::service_test {

/// A PDF of two pages, the second on its side, that draws these words on each.
inline std::string small_pdf(const std::string& words) {
  const auto drawn = fmt::format("BT /F 20 Tf 72 600 Td ({}) Tj ET\n", words);
  return test::small_pdf_of(
      {"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 >>",
       "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
       fmt::format("<< /Length {} >>\nstream\n{}endstream", drawn.size(), drawn),
       "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
       "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
       "<< /Author (-) >>"});
}

inline HttpAnswer file_document(HttpCaller& caller, const std::string& id, const std::string& name,
                                const std::string& title, const std::string& content, const std::string& field = "",
                                const std::string& value = "") {
  std::vector<reviewd::MultipartPart> parts = {{"title", std::nullopt, "", title}, {"file", name, "", content}};
  if (!field.empty()) parts.push_back({field, std::nullopt, "", value});
  return caller.post("/v1/cases/" + id + "/documents", reviewd::write_multipart("invented", parts),
                     {{"Content-Type", "multipart/form-data; boundary=invented"}});
}

}  // namespace review::service_test
