#include "reviewd/web/form/sections.hpp"

#include "reviewd/web/words/record_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

json::array texts(const std::vector<std::string>& all) {
  json::array list;
  for (const auto& text : all) list.push_back(json::string(text));
  return list;
}

/// A record is named by its reference, which never breaks at its hyphen.
bool is_record(const Cell& cell) { return !cell.words.empty() && cell.address == record_address(cell.words); }

json::array cells_of(const std::vector<Cell>& cells, const std::vector<std::string>& columns) {
  json::array list;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto& cell = cells[i];
    list.push_back(json::object{{"isHead", i == 0},
                                {"cellLabel", i < columns.size() ? columns[i] : std::string()},
                                {"cellWords", cell.words},
                                {"cellAddress", cell.address},
                                {"cellKeeps", is_record(cell)},
                                {"cellAction", cell.action},
                                {"cellButton", cell.button},
                                {"cellButtonOf", cell.button_of}});
  }
  return list;
}

json::object section_view(const Section& section, const PlainFaults& faults) {
  json::array facts;
  for (const auto& [key, value] : section.facts) facts.push_back(json::object{{"key", key}, {"value", value}});
  json::array links;
  for (const auto& link : section.links) {
    links.push_back(json::object{{"address", link.address}, {"words", link.words}, {"about", link.button_of}});
  }
  json::array rows;
  for (const auto& row : section.table.rows) {
    rows.push_back(json::object{{"cells", cells_of(row, section.table.columns)}});
  }
  // Every key is there: one that is not would be looked for in the page around.
  json::object view{{"sectionHeading", section.heading},
                    {"sectionId", ""},
                    {"paragraphs", texts(section.paragraphs)},
                    {"note", section.note},
                    {"copied", !section.note.empty() && section.note.find_first_of(" \n") == std::string::npos},
                    {"hasFacts", !facts.empty()},
                    {"facts", std::move(facts)},
                    {"hasLinks", !links.empty()},
                    {"links", std::move(links)},
                    {"hasRows", !rows.empty()},
                    {"rows", std::move(rows)},
                    {"tableCaption", section.table.caption},
                    // Said once to the eye where the heading says the same.
                    {"captionHidden", section.table.caption == section.heading},
                    {"columns", texts(section.table.columns)}};
  add_form(view, section.form, faults);
  return view;
}

}  // namespace

View sections_view(const PlainPage& page) {
  json::array sections;
  json::array contents;
  for (const auto& section : page.sections) {
    auto view = section_view(section, page.faults);
    if (page.contents && !section.heading.empty()) {
      view["sectionId"] = "part-" + std::to_string(contents.size() + 1);
      contents.push_back(json::object{{"id", view["sectionId"]}, {"heading", section.heading}});
    }
    sections.push_back(std::move(view));
  }
  const bool has_contents = contents.size() >= fewest_in_contents;
  return {{"title", page.title},
          {"caption", page.caption},
          {"back", page.back},
          {"backWords", page.back_words},
          {"hasContents", has_contents},
          {"contents", std::move(contents)},
          {"sections", std::move(sections)},
          {"hasErrors", !page.faults.summary.empty()},
          {"errors", page.faults.summary},
          {"cites", json::array()},
          {"done", page.done.what},
          {"doneNext", page.done.next}};
}

Response sections_page(const PageCall& call, const PlainPage& page, int status) {
  return render(call, status, "sections", sections_view(page));
}

}  // namespace reviewd
