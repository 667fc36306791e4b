#include "reviewd/documents/pdf_programs.hpp"

#include <unistd.h>

namespace reviewd {

std::vector<std::string> missing_pdf_programs() {
  std::vector<std::string> missing;
  for (const std::string_view program : {pdftotext, pdfinfo, qpdf}) {
    if (::access(program.data(), X_OK) != 0) missing.emplace_back(program.substr(program.rfind('/') + 1));
  }
  return missing;
}

std::string missing_pdf_programs_line() {
  std::string names;
  for (const auto& name : missing_pdf_programs()) names += (names.empty() ? "" : ", ") + name;
  return names.empty() ? names : "missing: " + names + " (PDFs are not checked, or not given out under an embargo)\n";
}

}  // namespace reviewd
