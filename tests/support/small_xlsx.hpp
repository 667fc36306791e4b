#pragma once

#include <string>

#include "tests/support/small_zip.hpp"

namespace review::test {

/// An Excel file of one sheet with these rows of XML, and what else its workbook says. Format 1 of its cells is a day
/// (`dd/mm/yyyy`), format 2 the built-in 14, format 3 a time.
inline std::string small_xlsx(const std::string& rows, const std::string& of_workbook = "",
                              const std::string& after_rows = "") {
  const std::string relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const std::string sheet = "<worksheet><sheetData>" + rows + "</sheetData>" + after_rows + "</worksheet>";
  return small_zip(
      {{"[Content_Types].xml", content_types("openxmlformats-officedocument.spreadsheetml.sheet.main+xml")},
       {"xl/workbook.xml", R"(<workbook xmlns:r=")" + relations + R"(">)" + of_workbook +
                               R"(<sheets><sheet name="Cases" sheetId="1" r:id="rId1"/></sheets></workbook>)"},
       {"xl/_rels/workbook.xml.rels",
        R"(<Relationships><Relationship Id="rId1" Type=")" + relations +
            R"(/worksheet" Target="worksheets/sheet1.xml"/>)"
            R"(<Relationship Id="rId9" Type="x" Target="http://example.org/" TargetMode="External"/></Relationships>)"},
       {"xl/sharedStrings.xml", "<sst><si><t>Ref</t></si><si><r><t>Chi</t></r><r><t>ld</t></r></si></sst>"},
       {"xl/styles.xml",
        R"(<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>)"
        R"(<numFmt numFmtId="165" formatCode="[h]:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/>)"
        R"(<xf numFmtId="14"/><xf numFmtId="165"/></cellXfs></styleSheet>)"},
       {"xl/worksheets/sheet1.xml", sheet}});
}

}  // namespace review::test
