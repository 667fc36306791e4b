#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tests/support/small_zip.hpp"

namespace review::test {

/// A sheet: its name, its rows of XML, and what else stands in it after them.
struct SmallSheet {
  std::string name;
  std::string rows;
  std::string after_rows{};
};

/// An Excel file of these sheets, and what else its workbook says. Format 1 of its cells is a day (`dd/mm/yyyy`),
/// format 2 the built-in 14, format 3 a time.
inline std::string small_workbook(const std::vector<SmallSheet>& sheets, const std::string& of_workbook = "") {
  const std::string relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  std::string names;
  std::string targets;
  std::vector<std::pair<std::string, std::string>> parts;
  for (const auto& one : sheets) {
    const auto number = std::to_string(parts.size() + 1);
    names += R"(<sheet name=")" + one.name + R"(" sheetId=")" + number + R"(" r:id="rId)" + number + R"("/>)";
    targets += R"(<Relationship Id="rId)" + number + R"(" Type=")" + relations +
               R"(/worksheet" Target="worksheets/sheet)" + number + R"(.xml"/>)";
    parts.emplace_back("xl/worksheets/sheet" + number + ".xml",
                       "<worksheet><sheetData>" + one.rows + "</sheetData>" + one.after_rows + "</worksheet>");
  }
  std::vector<std::pair<std::string, std::string>> members = {
      {"[Content_Types].xml", content_types("openxmlformats-officedocument.spreadsheetml.sheet.main+xml")},
      {"xl/workbook.xml",
       R"(<workbook xmlns:r=")" + relations + R"(">)" + of_workbook + "<sheets>" + names + "</sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels",
       "<Relationships>" + targets +
           R"(<Relationship Id="rId99" Type="x" Target="http://example.org/" TargetMode="External"/></Relationships>)"},
      {"xl/sharedStrings.xml", "<sst><si><t>Ref</t></si><si><r><t>Chi</t></r><r><t>ld</t></r></si></sst>"},
      {"xl/styles.xml",
       R"(<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>)"
       R"(<numFmt numFmtId="165" formatCode="[h]:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/>)"
       R"(<xf numFmtId="14"/><xf numFmtId="165"/></cellXfs></styleSheet>)"}};
  members.insert(members.end(), parts.begin(), parts.end());
  return small_zip(members);
}

/// The same of one sheet, Cases.
inline std::string small_xlsx(const std::string& rows, const std::string& of_workbook = "",
                              const std::string& after_rows = "") {
  return small_workbook({{"Cases", rows, after_rows}}, of_workbook);
}

}  // namespace review::test
