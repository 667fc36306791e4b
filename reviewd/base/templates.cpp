#include "reviewd/base/templates.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <vector>

#include "libreview/base/embedded.hpp"

namespace reviewd {
namespace {

using kainjow::mustache::mustache;

constexpr std::string_view folder = "web/templates/";
constexpr std::string_view ending = ".mustache";

std::string without_indents(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  bool begins = true;
  for (const char c : text) {
    if (begins && (c == ' ' || c == '\t')) continue;
    begins = c == '\n';
    plain.push_back(c);
  }
  return plain;
}

std::string trimmed(std::string_view text) {
  const auto from = text.find_first_not_of(' ');
  return from == std::string_view::npos ? std::string()
                                        : std::string(text.substr(from, text.find_last_not_of(' ') - from + 1));
}

std::string taken_in(std::string_view name, std::vector<std::string> around) {
  const std::string mine(name);
  if (std::find(around.begin(), around.end(), mine) != around.end()) {
    throw std::logic_error("the template " + mine + " takes itself in");
  }
  around.push_back(mine);
  const auto text = review::embedded(std::string(folder) + mine + std::string(ending));
  if (!text) throw std::logic_error("there is no template " + mine);
  std::string whole;
  std::size_t at = 0;
  while (true) {
    const auto tag = text->find("{{>", at);
    whole += text->substr(at, tag - at);
    if (tag == std::string_view::npos) return whole;
    const auto end = text->find("}}", tag);
    if (end == std::string_view::npos) throw std::logic_error("an open tag in the template " + mine);
    whole += taken_in(trimmed(text->substr(tag + 3, end - tag - 3)), around);
    at = end + 2;
  }
}

std::map<std::string, mustache, std::less<>> all_templates() {
  std::map<std::string, mustache, std::less<>> all;
  for (const auto path : review::embedded_names(folder)) {
    const auto name = path.substr(folder.size(), path.size() - folder.size() - ending.size());
    mustache parsed(template_text(name));
    if (!parsed.is_valid()) throw std::logic_error("the template " + std::string(name) + ": " + parsed.error_message());
    all.emplace(std::string(name), std::move(parsed));
  }
  return all;
}

}  // namespace

std::string template_text(std::string_view name) { return without_indents(taken_in(name, {})); }

mustache& parsed_template(std::string_view name) {
  static auto all = all_templates();
  const auto found = all.find(name);
  if (found == all.end()) throw std::logic_error("there is no template " + std::string(name));
  return found->second;
}

}  // namespace reviewd
