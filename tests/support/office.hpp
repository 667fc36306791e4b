#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "libreview/past/workbook.hpp"
#include "tests/support/temporary_folder.hpp"

namespace review::test {

/// LibreOffice as somebody has it at home: it opens what it is given, bound by nothing, and prints it as a PDF as the
/// service does. One run for all texts. It does not open what it would have to repair.
class Office {
 public:
  /// A text with that name, without an ending.
  void put(const std::string& name, const std::string& odt);
  /// Opens all of them; whether it ended well within a minute and a half.
  [[nodiscard]] bool open();
  /// The PDF of one; empty where it could not be opened.
  [[nodiscard]] std::string pdf(const std::string& name) const;

 private:
  TemporaryFolder folder_;
  std::vector<std::filesystem::path> texts_;
};

/// Whether LibreOffice is installed, with what opens texts, or workbooks. Where it is not, the test that asks says what
/// it did not try; it fails where `tools/test` runs it (`REVIEW_EVERY_PROGRAM`), which installs both.
[[nodiscard]] bool opens_texts();
[[nodiscard]] bool opens_workbooks();

/// The sheets of a workbook as LibreOffice shows them, in the order of their names; none where it does not open it. It
/// says nothing of what it could not read: who asks compares the cells.
[[nodiscard]] std::vector<review::Sheet> sheets_of_workbook(const std::string& xlsx);

/// What pdfinfo tells of a PDF, and the words of each of its pages.
[[nodiscard]] std::string about_pdf(const std::string& pdf);
[[nodiscard]] std::vector<std::string> pages_of_pdf(const std::string& pdf);

}  // namespace review::test
