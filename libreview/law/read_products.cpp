#include "libreview/law/read_products.hpp"

namespace review {
namespace {

ProductHeading read_heading(LawTable table) {
  ProductHeading heading{.id = table.text("id"), .title = table.text("title"), .hint = table.text("hint")};
  table.no_other_keys();
  return heading;
}

ProductForm read_form(LawTable table) {
  ProductForm form{.from = table.date("from"),
                   .headings = {},
                   .most_characters = table.number("most-characters"),
                   .second_person_for = table.texts("second-person-for"),
                   .references = table.citations("cites"),
                   .cites = {},
                   .grade = table.text("grade"),
                   .note = table.text_or_empty("note")};
  for (LawTable& heading : table.tables("heading")) form.headings.push_back(read_heading(heading));
  if (form.headings.empty()) table.refuse_at("heading", "there is no heading");
  table.no_other_keys();
  return form;
}

}  // namespace

std::vector<ProductForm> read_products(LawTable root) {
  std::vector<ProductForm> forms;
  for (LawTable& table : root.tables("form")) forms.push_back(read_form(table));
  root.no_other_keys();
  return forms;
}

}  // namespace review
