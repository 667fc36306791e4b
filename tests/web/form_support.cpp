#include "tests/web/form_support.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <stdexcept>

#include "libreview/vocabulary/parts.hpp"
#include "libreview/vocabulary/write_message.hpp"
#include "reviewd/web/frame/render.hpp"
#include "tests/support/places.hpp"

namespace reviewd::form_test {
namespace {

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

std::string unescaped(const std::string& text) {
  static const std::vector<std::pair<std::string, std::string>> names = {
      {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}, {"&amp;", "&"}};
  auto out = text;
  for (const auto& [name, character] : names) {
    for (auto at = out.find(name); at != std::string::npos; at = out.find(name, at + character.size())) {
      out.replace(at, name.size(), character);
    }
  }
  return out;
}

std::string attribute(const std::string& tag, const std::string& name) {
  const auto at = tag.find(" " + name + "=\"");
  if (at == std::string::npos) return {};
  const auto from = at + name.size() + 3;
  return unescaped(tag.substr(from, tag.find('"', from) - from));
}

bool has_flag(const std::string& tag, const std::string& name) {
  return tag.ends_with(" " + name) || tag.ends_with(" " + name + "/");
}

/// A browser drops the new line that follows the tag.
std::string content(const std::string& html, std::size_t from, const std::string& end) {
  if (html[from] == '\n') ++from;
  return unescaped(html.substr(from, html.find(end, from) - from));
}

std::string selected(const std::string& options) {
  std::string value;
  bool any = false;
  const std::regex option("<option[^>]*");
  for (std::sregex_iterator at(options.begin(), options.end(), option), end; at != end; ++at) {
    const auto tag = at->str();
    if (!any || has_flag(tag, "selected")) value = attribute(tag, "value");
    any = true;
  }
  return value;
}

}  // namespace

Shown shown(const review::Kind& kind, const Typed& typed, const Offers& offers, const std::vector<FormError>& errors,
            const std::vector<std::string>& set_aside) {
  Shown out{form_rows({kind, typed, offers, errors, set_aside, {"a-smith", review::Role::coordinator}}), {}};
  out.html = filled("form", View{{"title", kind.label},
                                 {"heading", kind.label},
                                 {"caption", "Case 26-0001"},
                                 {"back", "/cases/26-0001/add"},
                                 {"action", "/cases/26-0001/add/" + kind.json},
                                 {"version", "12"},
                                 {"key", "key-1"},
                                 {"formToken", "token-1"},
                                 {"decision", kind.decision},
                                 {"rows", out.made.rows},
                                 {"errors", out.made.summary},
                                 {"hasErrors", !out.made.summary.empty()},
                                 {"cites", false}});
  return out;
}

NameValues sent_by(const std::string& html) {
  NameValues sent;
  for (auto at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
    const auto end = html.find('>', at);
    if (end == std::string::npos) throw std::runtime_error("a tag that does not end");
    const auto tag = html.substr(at, end - at);
    const auto name = attribute(tag, "name");
    if (tag.starts_with("<input ")) {
      const auto type = attribute(tag, "type");
      const bool choice = type == "radio" || type == "checkbox";
      if (!choice || has_flag(tag, "checked")) sent.emplace_back(name, attribute(tag, "value"));
    } else if (tag.starts_with("<textarea ")) {
      sent.emplace_back(name, content(html, end + 1, "</textarea>"));
    } else if (tag.starts_with("<select ")) {
      sent.emplace_back(name, selected(html.substr(end, html.find("</select>", end) - end)));
    }
  }
  return sent;
}

Typed sent_again(const review::Kind& kind, const Typed& typed, const Offers& offers) {
  return Typed(sent_by(shown(kind, typed, offers).html));
}

boost::json::object golden_entry(const review::Kind& kind) {
  const auto folder = std::filesystem::path(review::test::source_folder()) / "tests" / "golden";
  const auto joined = review::join(bytes_of(folder / (kind.name + ".v1.open.json")),
                                   bytes_of(folder / (kind.name + ".v1.sealed.json")));
  if (!joined) throw std::runtime_error("no golden entry of " + kind.name);
  auto json = review::write_message(*joined);
  json.erase("irregularities");
  json.erase("source");
  return json;
}

}  // namespace reviewd::form_test
