#include "reviewd/documents/xlsx_formats.hpp"

#include <map>

namespace reviewd {
namespace {

/// The formats that every spreadsheet has (ECMA-376, part 1, 18.8.30), as far as they show a day.
bool is_built_in_day(int format) {
  return (format >= 14 && format <= 17) || format == 22 || (format >= 27 && format <= 31) || format == 36 ||
         (format >= 50 && format <= 58);
}

int number_in(const std::string& text) {
  constexpr std::size_t most_figures = 6;
  const bool figures =
      !text.empty() && text.size() <= most_figures && text.find_first_not_of("0123456789") == std::string::npos;
  return figures ? std::stoi(text) : 0;
}

}  // namespace

bool shows_a_day(std::string_view format_code) {
  bool quoted = false;
  bool bracketed = false;
  for (std::size_t i = 0; i < format_code.size(); ++i) {
    const char c = format_code[i];
    if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && c == '[') {
      bracketed = true;
    } else if (!quoted && c == ']') {
      bracketed = false;
    } else if (!quoted && !bracketed) {
      if (c == ';') return false;  // what follows is for other numbers
      // Months may be minutes: a day or a year is there in every format of a day but `mmm`, which no time has.
      if (c == 'd' || c == 'D' || c == 'y' || c == 'Y') return true;
      if (format_code.substr(i, 3) == "mmm" || format_code.substr(i, 3) == "MMM") return true;
    }
  }
  return false;
}

review::Result<std::vector<bool>> day_formats(XlsxParts& parts, const std::string& styles) {
  pugi::xml_document document;
  const auto there = parts.read(styles, document);
  if (!there) return review::refuse(there.error());
  const auto sheet = child_of(document, "styleSheet");
  std::map<int, bool> own;
  for (const auto& one : child_of(sheet, "numFmts").children()) {
    own[number_in(attribute_of(one, "numFmtId"))] = shows_a_day(attribute_of(one, "formatCode"));
  }
  std::vector<bool> all;
  for (const auto& one : child_of(sheet, "cellXfs").children()) {
    if (local_name(one.name()) != "xf") continue;
    const int format = number_in(attribute_of(one, "numFmtId"));
    const auto known = own.find(format);
    all.push_back(known == own.end() ? is_built_in_day(format) : known->second);
  }
  return all;
}

}  // namespace reviewd
