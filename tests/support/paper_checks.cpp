#include "tests/support/paper_checks.hpp"

#include <map>
#include <optional>

#include "reviewd/documents/zip_file.hpp"

namespace review::test {
namespace {

constexpr std::size_t most = 16UL * 1024 * 1024;
constexpr std::size_t at_the_first_name = 30;

std::size_t times(const std::string& text, const std::string& words) {
  std::size_t count = 0;
  for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++count;
  return count;
}

bool has(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

/// What stands from each `begin` to the next `end`.
std::vector<std::string> each(const std::string& text, const std::string& begin, const std::string& end) {
  std::vector<std::string> found;
  for (auto at = text.find(begin); at != std::string::npos; at = text.find(begin, at + 1)) {
    const auto from = at + begin.size();
    found.push_back(text.substr(from, text.find(end, from) - from));
  }
  return found;
}

class Faults {
 public:
  explicit Faults(const std::string& odt) : odt_(odt), members_(reviewd::read_zip(odt)) {
    if (!members_) {
      add("is no archive");
      return;
    }
    for (const auto& one : *members_) files_[one.name] = reviewd::unpacked(odt, one, most).value_or("");
    package();
    headings();
    tables();
    pictures();
    properties();
  }
  [[nodiscard]] const std::vector<std::string>& all() const { return all_; }

 private:
  void add(const std::string& fault) { all_.push_back(fault); }
  void need(bool kept, const std::string& fault) {
    if (!kept) add(fault);
  }

  void package() {
    const auto& first = members_->front();
    need(first.name == "mimetype" && first.method == 0 && odt_.compare(at_the_first_name, 8, "mimetype") == 0,
         "does not begin with what it is");
    need(files_["mimetype"] == "application/vnd.oasis.opendocument.text", "is of another type");
    const auto listed = each(files_["META-INF/manifest.xml"], "manifest:full-path=\"", "\"");
    std::map<std::string, int> known;
    for (const auto& one : listed) ++known[one];
    for (const auto& one : *members_) {
      const bool apart = one.name == "mimetype" || one.name == "META-INF/manifest.xml";
      need(known[one.name] == (apart ? 0 : 1), one.name + " is not once in the manifest");
      need(apart || !files_[one.name].empty(), one.name + " is empty");
    }
    for (const auto& one : listed) need(one == "/" || files_.contains(one), one + " is in the manifest alone");
  }

  void headings() {
    int before = 0;
    for (const auto& one : each(files_["content.xml"], "<text:h ", "</text:h>")) {
      const auto level = std::stoi(each(one, "text:outline-level=\"", "\"").at(0));
      need(level <= before + 1, "leaves out a level before: " + one);
      need((level == 1) == (before == 0), "has not one title, its first heading: " + one);
      need(!one.ends_with('>'), "has a heading without words");
      before = level;
    }
    need(before > 0, "has no heading");
  }

  void tables() {
    for (const auto& one : each(files_["content.xml"], "<table:table ", "</table:table>")) {
      const auto head = each(one, "<table:table-header-rows>", "</table:table-header-rows>");
      need(head.size() == 1, "has a table without the row of its titles");
      if (head.size() != 1) continue;
      const auto columns = times(one, "<table:table-column ");
      const auto titles = each(head.front(), "\"Table_20_Heading\">", "</text:p>");
      need(titles.size() == columns, "has a table with a column without a title");
      for (const auto& title : titles) need(!title.empty(), "has an empty title of a column");
      for (const auto& row : each(one, "<table:table-row>", "</table:table-row>"))
        need(times(row, "<table:table-cell ") == columns, "has a row of another length");
    }
  }

  void pictures() {
    for (const auto& one : each(files_["content.xml"], "<draw:frame ", "</draw:frame>")) {
      need(!has(one, "<svg:title></svg:title>") && has(one, "<svg:title>"), "has a picture without a title");
      need(!has(one, "<svg:desc></svg:desc>") && has(one, "<svg:desc>"), "has a picture without words");
      need(files_.contains(each(one, "xlink:href=\"", "\"").at(0)), "has a picture that is not in it");
    }
  }

  void properties() {
    need(has(files_["styles.xml"], "fo:language=\"en\" fo:country=\"GB\""), "does not say its language");
    need(has(files_["meta.xml"], "<dc:language>en-GB</dc:language>"), "does not tell its language");
    need(has(files_["styles.xml"], "<text:page-number"), "has no numbers of pages");
    need(!has(files_["meta.xml"], "creator"), "names an author");
  }

  const std::string& odt_;
  std::optional<std::vector<reviewd::ZipMember>> members_;
  std::map<std::string, std::string> files_{};
  std::vector<std::string> all_{};
};

}  // namespace

std::vector<std::string> faults_of_text(const std::string& odt) { return Faults(odt).all(); }

std::string title_of_text(const std::string& odt) {
  const auto members = reviewd::read_zip(odt);
  if (!members) return {};
  for (const auto& one : *members) {
    if (one.name != "meta.xml") continue;
    const auto titles = each(reviewd::unpacked(odt, one, most).value_or(""), "<dc:title>", "</dc:title>");
    if (!titles.empty()) return titles.front();
  }
  return {};
}

}  // namespace review::test
