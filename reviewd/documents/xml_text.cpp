#include "reviewd/documents/xml_text.hpp"

#include <algorithm>
#include <map>
#include <pugixml.hpp>
#include <set>
#include <string_view>

namespace reviewd {
namespace {

using Names = std::set<std::string_view>;

/// The name without its prefix: prefixes are free to choose.
std::string_view local(const char* name) {
  const std::string_view whole(name);
  const auto colon = whole.find(':');
  return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

/// After these a new line begins; all others stand inside a line.
const Names& blocks() {
  static const Names names{"p",         "h",          "tab",        "br",        "cr", "tr",         "tc", "row",
                           "table-row", "table-cell", "c",          "si",        "v",  "li",         "sp", "pic",
                           "comment",   "annotation", "line-break", "list-item", "cm", "txbxContent"};
  return names;
}

const Names& deletions() {
  static const Names names{"del", "moveFrom", "deletion"};
  return names;
}

class Walk {
 public:
  Walk(XmlPart part, const std::string& place, DocumentText& into) : part_(part), place_(place), into_(into) {}

  void all(const pugi::xml_document& document) {
    auto node = document.first_child();
    while (node) {
      enter(node);
      if (node.first_child()) {
        node = node.first_child();
        continue;
      }
      leave(node);
      while (!node.next_sibling() && node.parent() && node.parent().type() != pugi::node_document) {
        node = node.parent();
        leave(node);
      }
      node = node.next_sibling();
    }
    for (const auto& [where, text] : texts_) put_text(into_, where, text, prose(where));
  }

 private:
  static constexpr const char* deleted = "Deleted text that is still there (tracked changes)";
  static constexpr const char* hidden = "Hidden text";
  static constexpr const char* comments = "Comments";
  static constexpr const char* people = "People who changed it or commented";
  static constexpr const char* pictures = "Descriptions of pictures";
  static constexpr const char* links = "Links";

  [[nodiscard]] bool prose(const std::string& where) const {
    return where != people && where != links && where != pictures && part_ != XmlPart::properties;
  }

  void enter(const pugi::xml_node& node) {
    const auto name = local(node.name());
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) return text(node);
    if (deletions().contains(name)) ++deleted_;
    if (name == "annotation") ++commented_;
    if (name == "r" && is_hidden(node)) ++hidden_;
    for (const auto& attribute : node.attributes()) put_attribute(name, local(attribute.name()), attribute.value());
  }

  void leave(const pugi::xml_node& node) {
    const auto name = local(node.name());
    if (node.type() == pugi::node_element && (part_ == XmlPart::properties || blocks().contains(name))) {
      if (!last_.empty()) texts_[last_] += '\n';
    }
    if (deletions().contains(name)) --deleted_;
    if (name == "annotation") --commented_;
    if (name == "r" && is_hidden(node)) --hidden_;
  }

  static bool is_hidden(const pugi::xml_node& run) {
    for (const auto& properties : run.children()) {
      if (local(properties.name()) != "rPr") continue;
      for (const auto& one : properties.children()) {
        const auto name = local(one.name());
        if (name == "vanish" || name == "webHidden") return true;
      }
    }
    return false;
  }

  void text(const pugi::xml_node& node) {
    const auto parent = local(node.parent().name());
    if (part_ == XmlPart::links) return;
    if (parent == "instrText" || parent == "delInstrText") return put(links, std::string(node.value()) + "\n");
    if (parent == "desc" || (parent == "title" && part_ == XmlPart::body))
      return put(pictures, std::string(node.value()) + "\n");
    if (commented_ > 0 && (parent == "creator" || parent == "creator-initials")) {
      return put(people, std::string(node.value()) + "\n");
    }
    last_ = deleted_ > 0          ? deleted
            : commented_ > 0      ? comments
            : hidden_ > 0         ? hidden
            : parent == "delText" ? deleted
                                  : place_;
    put(last_, node.value());
  }

  void put_attribute(std::string_view element, std::string_view name, const std::string& value) {
    static const Names authors{"author", "initials", "userId", "lastModifiedBy", "user-name"};
    static const Names described{"descr", "title", "alt", "altText", "tooltip"};
    static const Names named{"docPr", "cNvPr", "frame", "image"};
    static const Names pointing{"Target", "href", "src", "link"};
    if (value.empty()) return;
    if (authors.contains(name) || (element == "cmAuthor" && name == "name")) {
      put(people, value + "\n");
    } else if (described.contains(name) || (named.contains(element) && name == "name")) {
      put(pictures, value + "\n");
    } else if (pointing.contains(name)) {
      put(links, value + "\n");
    } else if (part_ == XmlPart::properties && name != "xmlns" && element != "xpacket") {
      put(place_, value + "\n");
    }
  }

  void put(const std::string& where, const std::string& text) { texts_[where] += text; }

  XmlPart part_;
  const std::string& place_;
  DocumentText& into_;
  std::map<std::string, std::string> texts_{};
  std::string last_{};
  int deleted_ = 0;
  int commented_ = 0;
  int hidden_ = 0;
};

}  // namespace

bool put_xml(const std::string& xml, XmlPart part, const std::string& place, DocumentText& into) {
  pugi::xml_document document;
  const auto read = document.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata);
  if (!read) return false;
  Walk(part, place, into).all(document);
  return true;
}

void put_text(DocumentText& into, const std::string& place, const std::string& text, bool prose) {
  const bool blank = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) <= ' '; });
  if (blank) return;
  const auto same = std::find_if(into.texts.begin(), into.texts.end(),
                                 [&](const review::StrangerText& one) { return one.place == place; });
  if (same == into.texts.end()) {
    into.texts.push_back({place, text, prose});
  } else {
    same->text += "\n\n" + text;
  }
}

}  // namespace reviewd
