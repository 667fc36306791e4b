#include "reviewd/documents/pdf_objects.hpp"

#include <algorithm>
#include <array>
#include <boost/json/parse.hpp>
#include <map>
#include <string_view>
#include <vector>

namespace reviewd {
namespace {

namespace json = boost::json;

constexpr std::size_t deepest = 200;

struct Row {
  std::string_view key;
  std::string_view place;
  bool prose;
};

/// Where a text of that key is shown to whoever opens the file, or can be found in it.
constexpr std::array<Row, 22> table{{{"/Alt", "Descriptions of pictures", true},
                                     {"/ActualText", "Text behind what is shown", true},
                                     {"/E", "Text behind what is shown", true},
                                     {"/Contents", "Comments", true},
                                     {"/RC", "Comments", true},
                                     {"/Subj", "Comments", true},
                                     {"/T", "Names of fields and of people who commented", false},
                                     {"/TU", "Names of fields and of people who commented", false},
                                     {"/TM", "Names of fields and of people who commented", false},
                                     {"/V", "Fields of a form", true},
                                     {"/DV", "Fields of a form", true},
                                     {"/Title", "Title and bookmarks", false},
                                     {"/Author", "Properties of the file: author", false},
                                     {"/Subject", "Properties of the file: subject", false},
                                     {"/Keywords", "Properties of the file: keywords", false},
                                     {"/Creator", "Properties of the file: made with", false},
                                     {"/Producer", "Properties of the file: made with", false},
                                     {"/Company", "Properties of the file: company", false},
                                     {"/URI", "Links", false},
                                     {"/F", "Names of files in it", false},
                                     {"/UF", "Names of files in it", false},
                                     {"/Desc", "Names of files in it", false}}};

const Row* row_of(std::string_view key) {
  for (const auto& row : table) {
    if (row.key == key) return &row;
  }
  return nullptr;
}

/// What no person wrote.
bool is_noise(std::string_view key) {
  static constexpr std::array<std::string_view, 6> keys{"/ID",       "/DA",       "/NM",
                                                        "/Registry", "/Ordering", "/PTEX.Fullbanner"};
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

/// Texts are `u:` and UTF-8, or `b:` and hexadecimal where they are none; names and references are neither.
std::string text_of(std::string_view value) {
  if (value.starts_with("u:")) return std::string(value.substr(2));
  return {};
}

/// A text under a key that is not in the table may be a name as well: it is shown among the others.
void collect(const json::value& root, std::map<std::string, review::StrangerText>& into) {
  struct Step {
    const json::value* value;
    std::string_view key;
  };
  std::vector<Step> open{{&root, {}}};
  while (!open.empty()) {
    const auto [value, key] = open.back();
    open.pop_back();
    if (const auto* object = value->if_object()) {
      for (const auto& [name, member] : *object) {
        open.push_back({&member, name.starts_with("/") ? std::string_view(name) : key});
      }
    } else if (const auto* array = value->if_array()) {
      for (const auto& one : *array) open.push_back({&one, key});
    } else if (const auto* text = value->if_string()) {
      const auto* row = row_of(key);
      const auto said = text_of(*text);
      if (said.empty() || is_noise(key)) continue;
      const std::string place(row == nullptr ? "Elsewhere in the file" : row->place);
      auto& place_text = into[place];
      place_text.place = place;
      place_text.prose = row != nullptr && row->prose;
      place_text.text += said + "\n\n";
    }
  }
}

}  // namespace

bool put_pdf_objects(const std::string& text, DocumentText& into) {
  boost::system::error_code failed;
  json::parse_options options;
  options.max_depth = deepest;
  const auto root = json::parse(text, failed, {}, options);
  if (failed || !root.is_object()) return false;
  std::map<std::string, review::StrangerText> places;
  collect(root, places);
  for (auto& [place, found] : places) into.texts.push_back(std::move(found));
  if (names_files_inside(text)) {
    into.unread.push_back(
        {"Files in the file", "Other files are inside this one: take them out, or check them by eye."});
  }
  return true;
}

bool names_files_inside(std::string_view json) {
  // A name is all that stands between two quotes; a text begins with `u:` or `b:`, and its own quotes are escaped.
  for (const std::string_view name : {"\"/EF\"", "\"/EmbeddedFile\""}) {
    if (json.find(name) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace reviewd
