#include "reviewd/documents/office_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "reviewd/documents/file_type.hpp"
#include "reviewd/documents/xml_text.hpp"
#include "reviewd/documents/zip_file.hpp"

namespace reviewd {
namespace {

/// As much as is unpacked of one part, and of all together. A part is read into memory, where the tags of a file that
/// is made to be costly take some twenty times their length.
constexpr std::size_t most_of_a_part = 6UL * 1024 * 1024;
constexpr std::size_t most_of_all = 48UL * 1024 * 1024;

struct Place {
  std::string_view in;  ///< the name of the part has this in it
  XmlPart part;
  std::string_view place;
};

/// The first that fits; what fits none is `Elsewhere in the file`.
constexpr std::array<Place, 17> places{{{".rels", XmlPart::links, "Links"},
                                        {"docProps/", XmlPart::properties, "Properties of the file"},
                                        {"meta.xml", XmlPart::properties, "Properties of the file"},
                                        {"customXml/", XmlPart::properties, "Properties of the file"},
                                        {"people.xml", XmlPart::comments, "People who changed it or commented"},
                                        {"ommentAuthors", XmlPart::comments, "People who changed it or commented"},
                                        {"persons/", XmlPart::properties, "People who changed it or commented"},
                                        {"omments", XmlPart::comments, "Comments"},
                                        {"notesSlide", XmlPart::body, "Notes to the slides"},
                                        {"footnotes", XmlPart::body, "Footnotes"},
                                        {"endnotes", XmlPart::body, "Footnotes"},
                                        {"word/header", XmlPart::body, "Headers and footers"},
                                        {"word/footer", XmlPart::body, "Headers and footers"},
                                        {"word/document.xml", XmlPart::body, "Text"},
                                        {"content.xml", XmlPart::body, "Text"},
                                        {"ppt/slides/", XmlPart::body, "Slides"},
                                        {"xl/", XmlPart::body, "Sheets"}}};

bool has_part(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

void put_part(const std::string& name, const std::string& xml, DocumentText& into) {
  const auto found =
      std::find_if(places.begin(), places.end(), [&](const Place& place) { return has_part(name, place.in); });
  const bool known = found != places.end();
  const std::string place(known ? found->place : "Elsewhere in the file");
  if (!put_xml(xml, known ? found->part : XmlPart::other, place, into)) {
    into.unread.push_back({place, "A part of the file is damaged and was not read: check it by eye."});
  }
}

void put_counts(int pictures, int files, DocumentText& into) {
  if (pictures > 0) {
    into.unread.push_back(
        {"Pictures", fmt::format("{} in the file cannot be read here: check by eye what they show, and "
                                 "what they carry.",
                                 pictures == 1 ? "1 picture" : fmt::format("{} pictures", pictures))});
  }
  if (files > 0) {
    into.unread.push_back(
        {"Files in the file", "Other files are inside this one: take them out, or check them by eye."});
  }
}

}  // namespace

bool is_office(std::string_view media_type) {
  static constexpr std::array types{media_types::docx, media_types::xlsx, media_types::pptx, media_types::odt,
                                    media_types::ods};
  return std::find(types.begin(), types.end(), media_type) != types.end();
}

DocumentText office_text(const std::string& content) {
  DocumentText found;
  const auto members = read_zip(content);
  if (!members) return {{}, {{"The file", "This file cannot be checked: check it by eye. It may be damaged."}}};
  std::size_t taken = 0;
  int pictures = 0;
  int files = 0;
  for (const auto& member : *members) {
    put_text(found, "Names of files in it", member.name + "\n", false);
    const std::string_view name = member.name;
    if (has_part(name, "media/") || has_part(name, "Pictures/") || has_part(name, "Thumbnails/") ||
        has_part(name, "thumbnail.")) {
      if (!name.ends_with('/')) ++pictures;
      continue;
    }
    if (!name.ends_with(".xml") && !name.ends_with(".rels") && !name.ends_with(".vml")) {
      if (has_part(name, "embeddings/") || name.ends_with(".bin") || name.ends_with(".ole")) ++files;
      continue;
    }
    // What does not unpack in the end was work all the same.
    taken += std::min<std::size_t>(member.size, most_of_a_part);
    const auto xml = taken > most_of_all ? std::nullopt : unpacked(content, member, most_of_a_part);
    if (!xml) {
      found.unread.push_back(
          {"The file", "A part of the file is too large or damaged, and was not read: check it by eye."});
      continue;
    }
    put_part(member.name, *xml, found);
  }
  put_counts(pictures, files, found);
  return found;
}

}  // namespace reviewd
